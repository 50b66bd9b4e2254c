import { createRoot } from "react-dom/client";
import { SmartFormsRenderer, getResponse } from "@aehrc/smart-forms-renderer";

const root = createRoot(document.getElementById("form"));
window.show = (questionnaire) => root.render(<SmartFormsRenderer questionnaire={questionnaire} />);
window.answers = getResponse;
