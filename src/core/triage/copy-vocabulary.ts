/**
 * The few words that copies of a task need to have told: what carries no meaning, what negates, and verbs that
 * mean the same. Everything else is left to how rare a word is in the vault. All without accents.
 */

/** Words without a meaning of their own; what has one or two letters has none anyway. */
export const STOP_WORDS =
  'the for with from about and are was that this these those their our your his her they you she them ' +
  'when once will would should can could must has have had does did into regarding out over off than ' +
  'then there where what how why all any each also just please make sure ensure need needs get give let set ' +
  'put back including via more extra another again still already only current ' +
  'possible come action remember todo shared before after until while during since ' +
  'together new keep keeps whether look some someone somebody asap der die das den dem des ein eine einen und oder mit fur von vom zum zur auf ' +
  'aus bei bis uber nach vor les une des aux pour par sur avec los las del con por para';

/** Words that turn a task into its opposite; what ends in `n't` does so too. */
export const NEGATIONS =
  'not no never nobody nothing none cannot dont nicht kein keine keinen keiner nie niemand ne pas jamais aucun aucune nunca';

/** From these on, up to a comma, a sentence says why or when, and negates nothing that is to do. */
export const REASONS = 'so because since which who if unless otherwise weil damit falls wenn parce si porque';

/** `Do not forget to` negates nothing. */
export const FORGET = 'forget vergessen oublier olvidar';

/**
 * Verbs of tasks; those between two commas mean the same, those of two groups are different things to do. With `!`,
 * they end, undo or refuse something: no unknown verb means the same. `call_off` is a verb with the word behind it.
 */
export const ACTIONS =
  'send share forward email mail circulate distribute pass post ship hand_over schicken senden ' +
  'verschicken verteilen envoyer transmettre enviar mandar,write draft document doc prepare create build ' +
  'implement develop compile produce draw_up outline generate erstellen vorbereiten zusammenstellen ' +
  'schreiben rediger redactar elaborar put_together work_out write_up write_down note_down,schedule ' +
  'arrange organise coordinate plan book reserve vereinbaren ausmachen planen buchen fixer convocar ' +
  'programar set_up,review check verify examine inspect audit validate proofread revisit prufen ' +
  'uberprufen verifier relire revisar double go_through go_over look_over look_at find_out figure_out ' +
  'investigate research look_into evaluate assess analyse,finish complete terminer terminar abschliessen ' +
  'finalise conclude wrap_up fill_in fill_out populate,postpone delay push reschedule put_off push_back,' +
  'define specify determine nail pin nail_down pin_down,decide agree choose pick select,propose suggest ' +
  'recommend come_up think_of,monitor track keep_track watch,provide grant offer,hold conduct run host,' +
  '!cancel terminate absagen kundigen annuler resilier call_off scrap withdraw revoke,approve accept ' +
  'authorise genehmigen freigeben valider approuver aprobar sign_off,!reject decline refuse ablehnen ' +
  'refuser rechazar deny turn_down,start begin launch initiate kick_off deploy roll_out,chase follow ' +
  'contact reach ping touch chase_up follow_up reach_out check_in call phone ring anrufen appeler llamar ' +
  'discuss besprechen talk speak clarify align ask request demander anfordern obtain consult sync loop ' +
  'connect nudge check_with pedir solicitar,tell mitteilen avisar inform notify announce communicate ' +
  'brief know flag escalate report_back,respond reply answer,update revise modify change edit upgrade ' +
  'aktualisieren uberarbeiten actualizar refresh adjust amend rework,fix repair debug resolve solve ' +
  'correct,collect gather pick_up fetch,save store,name nominate assign appoint,estimate calculate,add ' +
  'include,!remove delete drop erase discard uninstall take_down tear_down throw_away,buy purchase order ' +
  'bestellen kaufen commander comprar,increase,!reduce lower decrease minimise cut,enable activate ' +
  'switch_on turn_on,!disable deactivate switch_off turn_off shut_down,open raise log,help support assist,' +
  'improve optimise enhance,merge combine,split,!close,!stop pause suspend,!sell,!hide,return bring,hire ' +
  'recruit,sign firmar unterschreiben signer,pay settle bezahlen begleichen,test try try_out,install ' +
  'mount,train,handle address tackle sort_out take_care take_over deal_with,publish release,submit ' +
  'hand_in file,confirm,read,design,extend,summarise sum_up,remind,renew,explain walk,clean tidy clean_up,' +
  'find locate source look_for identify track_down look_up,present show demonstrate slide deck,translate,' +
  'compare cross_check,archive,scan digitise,thank,photograph,back_up,restore,pack,import,export,visit ' +
  'attend join,measure,replace exchange swap,migrate move relocate,invite,introduce,print,negotiate,claim ' +
  'claim_back,deliver';

/** Things that mean the same, and what they are shortened to. */
export const THINGS =
  'customer client,application app,configuration config,specification spec,info information,' +
  'meeting mtg,minute note,employee staff personnel,quotation quote,bug issue,invoice bill,contract agreement,' +
  'development dev,management mgmt,requirement req,department dept,environment env,picture photo';

/** With one of these behind it, a verb means something else. */
export const PARTICLES = /^(?:off|over|away|back|down|through)$/;

/** Months, days of the week and numbers: those between two commas are one. */
export const MONTHS =
  'jan january januar janvier enero,feb february februar fevrier febrero,mar march marz mars marzo,' +
  'apr april avril abril,may mai mayo,jun june juni juin junio,jul july juli juillet julio,' +
  'aug august aout agosto,sep sept september septembre septiembre,oct october okt oktober octobre octubre,' +
  'nov november novembre noviembre,dec december dez dezember decembre diciembre';
export const DAYS =
  'monday montag lundi lunes,tuesday tue dienstag mardi martes,wednesday wed mittwoch mercredi miercoles,' +
  'thursday thu donnerstag jeudi jueves,friday fri freitag vendredi viernes,saturday samstag samedi sabado,' +
  'sunday sonntag dimanche domingo';
export const NUMBERS =
  '1 first,two second,three third,four fourth,five,six,seven,eight,nine,ten,eleven,twelve';
