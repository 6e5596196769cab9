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
 * verb means the same; with `?` they are things. `call_off` is a verb with the word behind it. Endings that `stem`
 * takes off anyway are left out, to save bytes.
 */
export const ACTIONS =
  'send sent shar forward email mail circul distribut pas post hand_over ship submit hand_in deliv provid ' +
  'schick verschick verteil envo transmet envi mand,writ draft docu doc dev prep creat build impl develop ' +
  'compil produc draw outlin design add erstell vorbereit schreib redig redact put_together work_out ' +
  'write_down,schedul arrang organi org coordin plan book reserv vereinb ausmach fixer convoc set_up ' +
  'line_up,review check verif inspect valid confirm doubl explor see pruf uberpruf verifi relir comprob ' +
  'go_through go_over look_over look_at find_out figure_out check_with investig research look_into evalu ' +
  'asse anal analysi,finish complet finali settl wrap fil,postpon dela push reschedul move put_off ' +
  'push_back,defin specif spec determin work_out nail_down,decid deci determin agre align cho pick ' +
  'select,propo suggest recommend come_up think,monitor track keep_track,provid grant,hold conduct run ' +
  'host,!cancel termin absag kundig annul resili call_off scrap withdraw revok,approv accept authori ' +
  'goahead genehmig approuv aprob sign_off,!reject declin refu ablehn rechaz deny turn_down,start begin ' +
  'launch kick_off deplo roll_out,chase follow contact reach ping see touch check_in raise check_with ' +
  'find_out cal phon ring meet appoint anruf appel llam discu talk conv chat speak clarif align ask ' +
  'request obtain consult sync connect einhol anford pedir solicit,tel inform info notif announc brief ' +
  'know get_back updat flag escal raise,respond response repl answ,updat revi modif chang upgrad edit ' +
  'aktuali uberarbeit actuali refresh adjust rework correct bring_up,fix repair resolv correct handl addr ' +
  'deal sort take_care,collect gath pick_up fetch pul obtain,save stor,name nomin assign,estim calcul ' +
  'work_out,add includ involv loop,!remov delet drop uninstall take_down,buy bought purcha order proc ' +
  'bestell kauf command compr,increa raise,!reduc lower decrea cut,enabl activ switch_on turn_on,!disabl ' +
  'deactiv switch_off turn_off shut_down,open raise log file,improv optimi,!close,!stop ' +
  'pause,!sel,!hide,return bring,hire recruit,sign firm,pay paid payment settl bezahl,test try,install ' +
  'config set_up,train,publish relea launch post,read,extend renew,summari sum,remind,explain walk ' +
  'show,clean tidy,find found locat sourc identif track_down,present show demo slid ' +
  'deck,transl,comp,merg,archiv,scan digiti,back_up,restor,import,export,visit attend join,measure,replac ' +
  'exchang swap,migr move transf switch,invit,introduc,print,negoti,claim ' +
  'claim_back,split,interview,record,thank,photograph photo,?custom client,?appl app,?minut note,?emplo ' +
  'staf,?error bug issu,?invoic bil,?suppli vendor';

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
