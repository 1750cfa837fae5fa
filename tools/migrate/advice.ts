/** What a person has to do about a migrated file, in the order in which it is to be done. */

/** https://learn.microsoft.com/power-apps/maker/canvas-apps/add-data-connection */
const IN_STUDIO =
  "In Power Apps Studio add the new connector as a data source, put its name in the place of the old one's in the formulas (ids stay text, a picture is `file`: examples/README.md), remove the old data source, save and publish";

export const ADVICE = {
  managedSolution:
    "This solution is managed. Migrate an unmanaged export of it where you can, and export the managed one anew.",
  /**
   * https://learn.microsoft.com/connectors/custom-connectors/customconnectorssolutions
   * https://learn.microsoft.com/power-platform/admin/power-automate-licensing/types
   */
  connectorFirst:
    "The custom connector must be in the environment before this is imported, and whoever runs the flow needs a premium licence.",
  appHoldsPackage: `Nothing in this package was changed: a canvas app in it uses the old connector, and flows or connections that were migrated without it would not fit it. ${IN_STUDIO}. Then export the package anew and run this command on it.`,
  canvasApp: `Canvas apps are not migrated. ${IN_STUDIO}.`,
  appSource: `These are a canvas app's sources, which are not migrated: a new connector brings functions and types of its own, which only Studio writes. ${IN_STUDIO}. Then take the sources anew.`,
  bicep:
    "Bicep is not migrated. Build it (`az bicep build --file FILE`) and migrate the JSON, or put the custom connector's resource id in the place of the api id here: resourceId('Microsoft.Web/customApis', 'NAME') instead of …/managedApis/twitter.",
  terraform:
    "Terraform is not migrated. Put the custom connector's resource id (/subscriptions/ID/resourceGroups/GROUP/providers/Microsoft.Web/customApis/NAME) in the place of the managed api's id here; a template that is read from a file beside it can be migrated as a file. A policy's list of connectors takes the new connector's id as one more.",
  markdown:
    "This is a text about it and not migrated. If a flow or a workflow stands in it, save that as a file of its own and migrate the file.",
  otherText:
    "This is no kind of file that is migrated. Put the new connector's id in the place of the old one's by hand if it leads to a connection.",
  nestedZip: "A zip within a zip is not migrated. Take it out and migrate it as a file of its own.",
  undecidedApi:
    "This id cannot be decided from the file alone. If it leads to Microsoft's connector, put the new connector's id here.",
  defaultIsMicrosofts:
    "With its default this id leads to Microsoft's connector, but a deployment may give another value. Put the new connector's id here.",
  overridableDefault:
    "This default was changed, but a value given at deployment (such as a parameters file) takes precedence. Check it.",
  signInValues:
    "These sign-in values are the old connector's (shared app or another parameter set). Take them out; the new connection asks for Consumer Key and Consumer Secret.",
  runtimeUrl:
    "This address leads to the old connector. Choose the new connection for it in the designer, which writes its address here.",
  callsDirectly:
    "This step calls X or the old connector by its address, without a connection. Replace it by an action of the new connector.",
  otherWorkflow:
    "This step runs another flow or workflow. Migrate that as well if it uses Microsoft's connector.",
  searchRefused:
    "X has nothing like this search text any more, and the step is refused with it. Write another (docs/search.md):",
  searchRewritten:
    "X is asked for this search text in other words. See that it finds what is meant:",
  searchExpression:
    "This search text is made when the flow runs and could be judged in its literal parts alone. Look at what it becomes (docs/search.md):",
  swaggerCopy:
    "This copy of the old connector's definition was left as it is; the platform writes a new one when the flow is saved in the designer.",
  ownData:
    "This names Microsoft's connector in data of the step's own, which is no connection, and was left as it is. Check whether it matters.",
  stillNamed:
    "This names Microsoft's connector where no connection of a known form stands, and was left as it is. If it is one, put the new connector's id here.",
  /** https://learn.microsoft.com/power-apps/maker/data-platform/create-connection-reference */
  connectionReference:
    "This connection reference keeps its logical name. Create a connection of the new connector, sign in, and choose it for this one on import; where the environment has the reference already, check afterwards that it names the new connector.",
  newConnection:
    "Create a connection of the new connector and sign in; then choose it for this one when you import or paste.",
  keptConnection:
    "The connection's own name and id stay. Create a connection of the new connector under that name, for which the old one must be deleted, or put the new one's name and id here; then sign in to it (Authorize).",
  /** https://learn.microsoft.com/azure/logic-apps/custom-connector-overview */
  newApiConnection:
    "Deploy the connection in the custom connector's own region, then open it in the portal and sign in (Authorize). A connection of this name that was made for the old connector must be deleted first.",
  keyOfConnections:
    "Nothing here names a connector, only a key of the workflow's `$connections`. Paste the step as it is into a workflow in which that key is a connection of the new connector, or put that workflow's key here.",
} as const;

export type Advice = keyof typeof ADVICE;
