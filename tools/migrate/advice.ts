/** What a person has to look at after a migration. */

/** https://learn.microsoft.com/power-apps/maker/data-platform/create-connection-reference */
export const NEW_CONNECTION =
  "Create a connection of the new connector and sign in; then choose it for this one when you import.";
export const CONNECTION_REFERENCE =
  "This connection reference keeps its logical name. Create a connection of the new connector, sign in, and choose it for this one on import; where the environment has the reference already, check afterwards that it names the new connector.";
/**
 * https://learn.microsoft.com/connectors/custom-connectors/customconnectorssolutions
 * https://learn.microsoft.com/power-platform/admin/power-automate-licensing/types
 */
export const CONNECTOR_FIRST =
  "The custom connector must be in the environment before this is imported, and whoever runs the flow needs a premium licence.";
export const KEPT_CONNECTION =
  "The connection's own name and id stay. Create a connection of the new connector under that name, for which the old one must be deleted, or put the new one's name and id here; then sign in to it (Authorize).";
/** https://learn.microsoft.com/azure/logic-apps/custom-connector-overview */
export const NEW_API_CONNECTION =
  "Deploy the connection in the custom connector's own region, then open it in the portal and sign in (Authorize). A connection of this name that was made for the old connector must be deleted first.";
export const SIGN_IN_VALUES =
  "These sign-in values are the old connector's (shared app or another parameter set). Take them out; the new connection asks for Consumer Key and Consumer Secret.";
export const SWAGGER_COPY =
  "This copy of the old connector's definition was left as it is; the platform writes a new one when the flow is saved in the designer.";
export const RUNTIME_URL =
  "This address leads to the old connector. Choose the new connection for it in the designer, which writes its address here.";
export const CALLS_DIRECTLY =
  "This step calls X or the old connector by its address, without a connection. Replace it by an action of the new connector.";
export const OTHER_WORKFLOW =
  "This step runs another flow or workflow. Migrate that as well if it uses Microsoft's connector.";
export const UNDECIDED_API =
  "This id cannot be decided from the file alone. If it leads to Microsoft's connector, put the new connector's id here.";
export const DEFAULT_IS_MICROSOFTS =
  "With its default this id leads to Microsoft's connector, but a deployment may give another value. Put the new connector's id here.";
export const OVERRIDABLE_DEFAULT =
  "This default was changed, but a value given at deployment (such as a parameters file) takes precedence. Check it.";
export const STILL_NAMED =
  "This still names Microsoft's connector and was left as it is, for it is no connection. Check whether it matters.";
/** https://learn.microsoft.com/power-apps/maker/canvas-apps/add-data-connection */
export const CANVAS_APP =
  "Canvas apps are not migrated. In Power Apps Studio add the new connector as a data source, replace the old one's name in the formulas by the new one's, then remove the old data source.";
export const MANAGED_SOLUTION =
  "This solution is managed. Migrate an unmanaged export of it where you can, and export the managed one anew.";
