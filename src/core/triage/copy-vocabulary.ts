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
  'possible come action remember todo shared before after until while during ' +
  'together new keep keeps whether look some someone der die das den dem des ein eine einen und oder mit fur von vom zum zur auf ' +
  'aus bei bis uber nach vor les une aux pour par sur avec los las del con por para';

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
 * The order within a group says nothing; in this one they take the least room when they are compressed.
 * Nouns that are mostly the thing itself (`audit`, `pilot`, `analysis`) are no verbs here: two of them are two things.
 */
export const ACTIONS =
  'mail transmettre upload share pass email hand_in verteilen deliver hand_over post provide submit supply ' +
  'mandar forward schicken distribute envoyer verschicken circulate enviar send ship,erstellen develop ' +
  'prepare pull_together formulate add schreiben draft create generate build vorbereiten draw outline ' +
  'produce compile put_together redactar rediger design implement write work_out write_down come_up,' +
  'reserve schedule plan organise coordinate book arrange planifier vereinbaren line_up set_up convocar ' +
  'fixer,kontrollieren look_over review inspect examine proofread see prufen verifier controler relire ' +
  'comprobar confirm evaluate go_over revisit go_through uberprufen validate assess explore find_out ' +
  'check_with look_at cross double figure_out investigate check durchsehen verify research look_into ' +
  'work_out analyse,complete wrap finalise conclude settle fill finish,defer postpone push move put_off ' +
  'reschedule push_back delay,define pin_down come_up find_out spec specify nail_down determine work_out ' +
  'figure_out,select pick decide decision determine align agree choose,think come_up recommend suggest ' +
  'propose,track keep_track watch monitor,grant provide,hold host run conduct,!terminate absagen withdraw ' +
  'annuler resilier call_off revoke scrap kundigen cancel,approve genehmigen approuver aprobar sign_off ' +
  'goahead authorise accept,!turn_down deny rechazar refuse ablehnen decline reject,launch roll_out ' +
  'initiate begin deploy kick_off start,mtg catch_up find_out request contact reach see touch solicitar ' +
  'klaren phone pedir call anfordern discuss ping align ask check_in conversation appeler ring anrufen ' +
  'llamar consult check_with meet clarify raise chase chat speak sync obtain connect einholen appointment ' +
  'follow talk,tell brief update alert inform info notify raise flag escalate advise know announce ' +
  'communicate get_back,reply answer respond response get_back,bring_up rewrite aktualisieren actualizar ' +
  'refresh uberarbeiten upgrade change amend edit update alter revise adjust correct modify rework,' +
  'take_care resolve solve sort correct deal handle repair fix address,obtain collect pick_up fetch secure ' +
  'pull_together gather pull,save store upload,name appoint assign nominate allocate,compute work_out ' +
  'calculate estimate,involve include incorporate add loop,!tear_down delete exclude take_down drop remove ' +
  'eliminate uninstall rid,acquire comprar kaufen procure purchase bestellen order commander buy,expand ' +
  'increase boost raise,!lower reduce cut decrease,activate turn_on switch_on enable,!disable switch_off ' +
  'retire shut_down decommission deactivate turn_off,log raise file open,improve enhance optimise,!close,' +
  '!discontinue stop phase_out suspend pause,!sell,!hide,!unlock,bring return,hire recruit,firmar sign,' +
  'reimburse bezahlen settle refund pay payment,trial try test,mount install set_up configure,train coach ' +
  'teach,take_over,launch release post publish,read,extend prolong renew,summarise summary recap,remind,' +
  'explain show walk,tidy clean,track_down identify research look_for source explore find locate,demo show ' +
  'preso present,translate,comparison line_up cross compare,combine merge,archive file_away,digitise scan,' +
  'back_up,recover restore,import,extract export,visit go_to attend join,measure,replace exchange swap,' +
  'relocate switch move transfer migrate,invite,introduce,print,negotiate,claim claim_back,collaborate ' +
  'work,prioritise rank,break_down split,interview,record film,thank,paint,lock,count,photograph,pack,rent,' +
  'help support,?doc documents,?env environment,?conf conference,?admin administrator,?technical tech,' +
  '?attendee participant,?representative rep,?grey gray,?enquiry inquiry,?customer client,?application app,' +
  '?minute note,?employee staff,?issue bug error,?bill invoice,?supplier vendor,?dept department,?ops ' +
  'operations,?mgmt management,?photo picture,?vacation holiday';

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
