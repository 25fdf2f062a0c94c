/** Reads the stage that a refusal for a wrong stage names. */
import type { DetailsReader } from '../../answers/codeTable';
import { cleanText, searchedPart } from '../../core/cleanText';

/** `Unable to submit this task as pre-hire is in the "Completed" stage.` → `{ stage: 'Completed' }`. */
export const readStage: DetailsReader = ({ msg }, secrets) => {
	const stage = /["“「『]([^"“”「」『』]{1,100})["”」』]/
		.exec(searchedPart(msg, secrets))?.[1]
		?.trim();
	return stage === undefined || stage === '' ? {} : { stage: cleanText(stage, secrets) };
};
