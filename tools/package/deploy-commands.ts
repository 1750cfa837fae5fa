/** What an admin types to bring a package into Power Platform or Logic Apps. */
import { FILE_NAMES } from "./connector-files.ts";

const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

/** `folder` is where the package was written. */
export const deployCommands = (folder: string): string => {
  const file = (name: string) => quoted(`${folder}/${name}`);
  return `Power Automate, Power Apps and Copilot Studio, with the Power Platform CLI (pac auth create comes first):

  pac connector create --api-definition-file ${file(FILE_NAMES.definition)} --api-properties-file ${file(FILE_NAMES.properties)} --icon-file ${file(FILE_NAMES.icon)}

The same with paconn (paconn login comes first). It asks for a secret, but each connection brings its own:

  cd ${quoted(folder)} && paconn create --settings ${FILE_NAMES.settings} --secret dummy

Logic Apps (Consumption), with the Azure CLI (az login comes first; RESOURCE_GROUP is yours):

  az deployment group create --resource-group RESOURCE_GROUP --template-file ${file(FILE_NAMES.logicApps)}
`;
};
