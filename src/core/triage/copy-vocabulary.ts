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
  'together new keep keeps whether look der die das den dem des ein eine einen und oder mit fur von vom zum zur auf ' +
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
  'send share forward email mail circulate distribute pass hand_over schicken senden verschicken verteilen ' +
  'envoyer transmettre enviar mandar,write draft documents prepare create build develop compile produce ' +
  'draw_up erstellen vorbereiten schreiben rediger preparer redactar preparar put_together work_out ' +
  'write_up write_down note_down,schedule arrange organise plan book reserve vereinbaren ausmachen planen ' +
  'organiser reserver organizar convocar reservar set_up,review check verify examine inspect prufen ' +
  'uberprufen verifier relire revisar double go_through go_over look_over look_at find_out figure_out ' +
  'investigate research look_into evaluate assess analyse,finish complete finalise conclude wrap_up ' +
  'fill_in fill_out,postpone delay push reschedule put_off push_back,define specify determine nail pin,' +
  'decide agree choose pick select,propose suggest come_up think_of,monitor track keep_track,provide grant,' +
  '!cancel terminate absagen kundigen annuler resilier cancelar call_off scrap withdraw revoke,approve ' +
  'accept authorise genehmigen approuver aprobar sign_off,!reject decline refuse ablehnen refuser rechazar ' +
  'deny turn_down,start begin launch initiate kick_off,chase follow contact reach ping touch chase_up ' +
  'follow_up reach_out check_in call phone ring anrufen appeler llamar discuss talk speak clarify align ' +
  'ask request obtain check_with,tell inform notify know report_back,update revise aktualisieren ' +
  'uberarbeiten actualizar refresh adjust amend rework,fix repair resolve solve correct,collect gather,add ' +
  'include,!remove delete drop erase discard uninstall take_down tear_down throw_away,buy purchase order ' +
  'bestellen kaufen commander comprar,increase,!reduce lower decrease cut,enable activate switch_on ' +
  'turn_on,!disable deactivate switch_off turn_off shut_down,open,!close,!stop pause suspend,!sell,!hide,' +
  'return bring,hire recruit,sign,pay settle,test try try_out,install mount,train,deploy roll_out,handle ' +
  'sort_out take_care deal_with,publish release,submit hand_in,confirm,read,design,extend,summarise sum_up,' +
  'remind,renew,explain walk_through,clean tidy clean_up,present show demonstrate,translate,compare,' +
  'archive,scan digitise,measure,replace exchange swap,migrate move relocate,invite,introduce,print,' +
  'negotiate,claim claim_back,deliver';

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
export const NUMBERS = '1,two,three,four,five,six,seven,eight,nine,ten';
