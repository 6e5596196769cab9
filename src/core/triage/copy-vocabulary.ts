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
  'together new keep keeps whether look some someone der die das den dem des ein eine einen und oder mit fur von vom zum zur auf ' +
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
 * they end, undo or refuse something: no unknown verb means the same; with `?` they are things. `call_off` is a verb
 * with the word behind it.
 */
export const ACTIONS =
  'send share forward email mail circulate distribute pass post hand_over schicken verschicken verteilen ' +
  'envoyer transmettre enviar mandar,write draft documents doc prepare create build implement develop ' +
  'compile produce draw erstellen vorbereiten schreiben rediger redactar put_together work_out write_down,' +
  'schedule arrange organise coordinate plan book reserve vereinbaren ausmachen fixer convocar set_up,' +
  'review check verify examine inspect validate prufen uberprufen verifier relire double go_through ' +
  'go_over look_over look_at find_out investigate research look_into evaluate assess analyse,finish ' +
  'complete finalise conclude wrap fill,postpone delay push reschedule put_off push_back,define specify ' +
  'determine nail_down pin_down,decide agree choose pick select,propose suggest recommend come_up think,' +
  'monitor track keep_track,provide grant,hold conduct run host,!cancel terminate absagen kundigen ' +
  'annuler resilier call_off scrap withdraw revoke,approve accept authorise genehmigen approuver aprobar ' +
  'sign_off,!reject decline refuse ablehnen rechazar deny turn_down,start begin launch kick_off deploy ' +
  'roll_out,chase follow contact reach ping touch check_in call phone ring anrufen appeler llamar discuss ' +
  'talk speak clarify align ask request obtain consult sync connect check_with pedir solicitar,tell ' +
  'inform info notify announce brief know flag escalate,respond reply answer,update revise modify change ' +
  'upgrade aktualisieren uberarbeiten actualizar refresh adjust rework,fix repair resolve,collect gather ' +
  'pick_up fetch,save store,name nominate assign,estimate calculate,add include,!remove delete drop ' +
  'uninstall take_down tear_down,buy purchase order bestellen kaufen commander comprar,increase,!reduce ' +
  'lower decrease cut,enable activate switch_on turn_on,!disable deactivate switch_off turn_off shut_down,' +
  'open raise log,improve optimise,!close,!stop pause suspend,!sell,!hide,return bring,hire recruit,sign ' +
  'firmar,pay settle bezahlen,test try,install mount,train,handle address sort take_care take_over,' +
  'publish release,submit hand_in file,confirm,read,design,extend,summarise,remind,renew,explain walk,' +
  'clean tidy,find locate source identify track_down,present show slide deck,translate,compare,archive,' +
  'scan digitise,back_up,restore,import,export,visit attend join,measure,replace exchange swap,migrate ' +
  'move relocate,invite,introduce,print,negotiate,claim claim_back,deliver,?customer client,?application ' +
  'app,?minute note,?employee staff,?bug issue,?invoice bill';

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
export const NUMBERS = '1 first,two second,three third,four fourth,five,six,seven,eight,nine,ten';
