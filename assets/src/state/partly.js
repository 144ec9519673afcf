/* Teaches the state to reckon with a part of the claims: as on a day, or without what is doubted. No first visit needs
 * it: what shows such a part imports this. */
import * as asof from "../model/asof.js";
import { learn } from "./store.js";

learn(asof);
