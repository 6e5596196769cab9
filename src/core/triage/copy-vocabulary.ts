/**
 * The few words that copies of a task need to have told: what carries no meaning, what negates, and verbs that
 * mean the same. Everything else is left to how rare a word is in the vault. All without accents.
 */

/** Words without a meaning of their own; what has one or two letters has none anyway. */
export const STOP_WORDS =
  'the for with from about and are was that this these those their our your his her they you she them ' +
  'when once will would should can could must has have had does did into regarding out over off than ' +
  'then there where what how why all any each every also just please make sure ensure need needs get give let set ' +
  'asap furs mrs frau herr mme ' +
  'put back including via more extra another again still already only current ' +
  'possible come action remember todo shared before after until while during since ' +
  'together new keep keeps whether look some someone der die das den dem des ein eine einen und oder mit fur von vom zum zur auf ' +
  'aus bei bis uber nach vor les une des aux pour par sur avec los las del con por para';

/** Words that turn a task into its opposite; what ends in `n't` does so too. */
export const NEGATIONS =
  'not no never avoid nobody nothing none cannot dont nicht kein keine keinen keiner nie niemand ne pas jamais aucun aucune nunca';

/** From these on, up to a comma, a sentence says why or when, and negates nothing that is to do. */
export const REASONS = 'so because since which who if unless otherwise weil damit falls wenn parce si porque';

/** `Do not forget to` negates nothing. */
export const FORGET = 'forget vergessen oublier olvidar';

/**
 * Verbs of tasks; those between two commas mean the same, those of two groups are different things to do. A verb that
 * stands in several groups means the same as those of each. With `!`, they end, undo or refuse something: no unknown
 * verb means the same; with `?` they are things. `call_off` is a verb with the word behind it.
 * Nouns that are mostly the thing itself (`audit`, `pilot`, `analysis`) are no verbs here: two of them are two things.
 */
export const ACTIONS =
  'send share forward email mail circulate distribute pass post hand_over ship submit hand_in deliver ' +
  'provide supply upload schicken verschicken verteilen envoyer transmettre enviar mandar,write draft ' +
  'prepare create build implement develop compile generate produce draw outline design formulate add ' +
  'erstellen vorbereiten schreiben rediger redactar put_together pull_together work_out write_down come_up,' +
  'schedule arrange organise coordinate plan book reserve vereinbaren fixer planifier convocar set_up ' +
  'line_up,review check verify examine inspect validate confirm double proofread explore revisit see cross ' +
  'prufen uberprufen kontrollieren durchsehen verifier controler relire comprobar go_through go_over ' +
  'look_over look_at find_out figure_out work_out check_with investigate research look_into evaluate ' +
  'assess analyse,finish complete finalise conclude settle wrap fill,postpone delay defer push reschedule ' +
  'move put_off push_back,define specify spec determine figure_out work_out find_out come_up nail_down ' +
  'pin_down,decide decision determine agree align choose pick select,propose suggest recommend come_up ' +
  'think,monitor track watch keep_track,provide grant,hold conduct run host,!cancel terminate ' +
  'absagen kundigen annuler resilier call_off scrap withdraw revoke,approve accept authorise goahead ' +
  'genehmigen approuver aprobar sign_off,!reject decline refuse ablehnen rechazar deny turn_down,start ' +
  'begin launch kick_off deploy roll_out initiate,chase follow contact reach ping see touch check_in mtg ' +
  'raise check_with find_out catch_up call phone ring meet appointment anrufen appeler llamar discuss talk ' +
  'conversation chat speak clarify klaren align ask request obtain consult sync connect einholen anfordern ' +
  'pedir solicitar,tell inform info notify announce communicate brief know get_back advise alert update ' +
  'flag escalate raise,respond response reply answer get_back,update revise modify change upgrade edit ' +
  'amend alter rewrite aktualisieren uberarbeiten actualizar refresh adjust rework correct bring_up,fix ' +
  'repair resolve solve correct handle address deal sort take_care,collect gather pick_up fetch pull ' +
  'obtain secure pull_together,save store upload,name nominate assign appoint allocate,estimate calculate ' +
  'compute work_out,add include involve loop incorporate,!remove delete drop uninstall rid eliminate ' +
  'exclude take_down tear_down,buy purchase order procure acquire bestellen kaufen commander comprar,' +
  'increase boost expand raise,!reduce lower decrease cut,enable activate switch_on turn_on,!disable ' +
  'deactivate decommission retire switch_off turn_off shut_down,open raise log file,improve optimise ' +
  'enhance,!close,!stop pause suspend discontinue phase_out,!sell,!hide,!unlock,return bring,hire recruit,' +
  'sign firmar,pay payment settle reimburse refund bezahlen,test try trial,install mount configure set_up,' +
  'train teach coach,take_over,publish release launch post,read,extend renew prolong,summarise summary ' +
  'recap,remind,explain walk show,clean tidy,find locate source identify look_for explore research ' +
  'track_down,present preso show demo,translate,compare comparison cross line_up,merge combine,archive ' +
  'file_away,scan digitise,back_up,restore recover,import,export extract,visit attend join go_to,measure,' +
  'replace exchange swap,migrate move relocate transfer switch,invite,introduce,print,negotiate,claim ' +
  'claim_back,collaborate work,prioritise rank,split break_down,interview,record film,thank,paint,lock,' +
  'count,photograph,pack,rent,support help,?documents doc,?environment env,?conference conf,?administrator ' +
  'admin,?technical tech,?participant attendee,?representative rep,?grey gray,?inquiry enquiry,?customer ' +
  'client,?application app,?minute note,?employee staff,?error bug issue,?invoice bill,?supplier vendor,' +
  '?department dept,?operations ops,?management mgmt,?photo picture,?vacation holiday';

/** With one of these behind it, a verb means something else. */
export const PARTICLES = /^(?:off|over|away|back|down|through)$/;

/** A word that is as often written as two. */
export const COMPOUND =
  /^([a-z]{3,})(page|sheet|base|list|paper|board|map|site|shop|line|tag|room|name|time)s?$/;

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
