import { addBox } from "./add-box.js";
import { addCopyButtons } from "./add-copy-buttons.js";
import { addFilters } from "./add-filters.js";
import { assetAddress } from "./page-place.js";

// Pages that are only read need no styles for what is added here.
const styles = document.createElement("link");
styles.rel = "stylesheet";
styles.href = assetAddress("box.css");
styles.onload = styles.onerror = () => {
  addCopyButtons();
  addFilters();
  addBox();
};
document.head.append(styles);
