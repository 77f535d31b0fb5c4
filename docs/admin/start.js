// The content editor, with settings made from the models when the site was built. Nothing comes from another host but
// what the signed-in editor reads from and writes to GitHub.

import { fromFile, toFile, withFields } from "./files.js";

window.CMS_MANUAL_INIT = true;
const [cms, settings] = await Promise.all([
  import("./sveltia/index.js"),
  fetch("config.json").then((answer) => answer.json()),
]);
cms.registerCustomFormat("peerbook", "yaml", { fromFile, toFile });
cms.init({ config: withFields(settings) });
