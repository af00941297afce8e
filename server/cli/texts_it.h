#pragma once

// Every text that the program shows, in Italian; {} are filled in and checked at compile time.
namespace incontro::cli::texts {

// --- The program and its help
inline constexpr char program[] =
    "Incontro: incontro tra domanda e offerta di lavoro.\n"
    "Stato di uscita: 0 tutto bene, 1 qualcosa è rifiutato o diverso, 2 comando sbagliato,\n"
    "3 archivio o home che non si apre.";
inline constexpr char help[] = "Mostra questo aiuto";
inline constexpr char version[] = "Mostra la versione";
inline constexpr char options_group[] = "Opzioni";
inline constexpr char verbs_group[] = "Comandi";
inline constexpr char usage_label[] = "Uso";
inline constexpr char options_label[] = "OPZIONI";
inline constexpr char verb_label[] = "COMANDO";
inline constexpr char positionals_label[] = "Argomenti";
inline constexpr char required_label[] = "(obbligatorio)";
inline constexpr char date_type[] = "DATA";
inline constexpr char directory_type[] = "CARTELLA";
inline constexpr char file_type[] = "FILE";
inline constexpr char number_type[] = "N";
inline constexpr char filter_type[] = "CAMPO=CODICE";
inline constexpr char example[] = "Esempio:\n  {}";

inline constexpr char json[] = "Scrive il risultato in JSON";
inline constexpr char now[] =
    "Lavora come se fosse quel giorno: AAAA-MM-GG oppure AAAA-MM-GGThh:mm:ss";
inline constexpr char home[] = "La home: la cartella con l'archivio e i suoi indici";
inline constexpr char verbose[] = "Elenca tutti i file e tutti gli avvisi";
inline constexpr char archives[] = "Archivi .zip di file dello standard";

inline constexpr char verify[] = "Controlla formalmente degli archivi, senza importarli";
inline constexpr char verify_example[] = "incontro verify data/samples/cvs-0001.zip";
inline constexpr char import[] = "Controlla e importa degli archivi in una home";
inline constexpr char import_example[] =
    "incontro import vacancies-0001.zip cvs-0001.zip --home home";
inline constexpr char search[] = "Cerca offerte (vacancies) o curriculum (cvs)";
inline constexpr char search_example[] =
    "incontro search vacancies cuoco '\"pizza al taglio\"' -stagionale --home home \\\n"
    "      --where territory=08 --where contract=A00 --where contract=A01 --facets";
inline constexpr char match[] =
    "Trova i curriculum adatti a un'offerta, o le offerte adatte a un curriculum";
inline constexpr char match_example[] =
    "incontro match --vacancy 0800012211000000000000001 --home home --must territory --km 30 \\\n"
    "      --weight skill=40 --limit 5";
inline constexpr char suggest[] =
    "Suggerisce professioni, competenze, aziende, titoli o luoghi mentre si scrive";
inline constexpr char suggest_example[] = "incontro suggest vacancies idraul --home home";
inline constexpr char alerts[] = "Salva ricerche e tiene gli avvisi di ciò che è nuovo per loro";
inline constexpr char alerts_example[] =
    "incontro alerts add vacancies cuoco --where territory=08 --owner anna --home home\n"
    "  incontro alerts add --cv 0800012211000000000000001 --least 0.8 --owner anna --home home\n"
    "  incontro alerts outbox --home home";
inline constexpr char show[] = "Mostra ciò che chiunque può vedere di un record";
inline constexpr char show_example[] = "incontro show 0800012211000000000000001 --home home";
inline constexpr char profession[] = "Trova i codici (CP2011) della professione descritta";
inline constexpr char profession_example[] = "incontro profession \"aiuto cuoco\" --limit 5";
inline constexpr char serve[] = "Serve il portale";
inline constexpr char serve_example[] = "incontro serve --home home --listen 127.0.0.1:8080";
inline constexpr char generate[] = "Genera offerte e curriculum inventati, da un seme";
inline constexpr char generate_example[] =
    "incontro generate --vacancies 300 --cvs 300 --seed 2012 --archives samples";
inline constexpr char check[] = "Confronta gli indici con l'archivio dei record";
inline constexpr char check_example[] = "incontro check --home home";
inline constexpr char rebuild[] = "Rifà gli indici dall'archivio dei record";
inline constexpr char rebuild_example[] = "incontro rebuild --home home";
inline constexpr char rank[] = "Ordina una raccolta di testi per ogni domanda, in formato TREC";
inline constexpr char rank_example[] =
    "incontro rank --docs titoli.tsv --queries domande.tsv --lang it --run titoli.run";
inline constexpr char contacts[] = "Elenca i messaggi lasciati nel modulo Contatti";
inline constexpr char contacts_example[] = "incontro contacts --home home";
inline constexpr char trace[] =
    "Dice quale indirizzo sta dietro un nome del registro del server, o i nomi di un indirizzo";
inline constexpr char trace_example[] =
    "incontro trace 5d1c0e8f7a3b46925d1c0e8f7a3b4692 --home home";

inline constexpr char collection[] = "Dove cercare: vacancies oppure cvs";
inline constexpr char words[] =
    "Parole (tutte), \"frasi\", -esclusioni, prefissi* (anche in fondo a una frase); OR tra "
    "alternative, AND, NOT e parentesi; niente: tutti i record";
inline constexpr char where[] =
    "Filtro; ripetuto sullo stesso campo vale come oppure, su campi diversi come e";
inline constexpr char open[] = "Nodo di un albero di cui mostrare i figli nei conteggi";
inline constexpr char no_synonyms[] =
    "Trova solo le parole scritte: né sinonimi né professioni affini";
inline constexpr char facets[] = "Conta i valori di ogni campo";
inline constexpr char highlight[] = "Segna le parole cercate e mostra il brano in cui stanno";
inline constexpr char of_vacancy[] = "L'offerta di cui cercare i candidati adatti";
inline constexpr char of_cv[] = "Il curriculum di cui cercare le offerte adatte";
inline constexpr char match_all[] =
    "Ogni offerta attiva con tutti i curriculum attivi: i --limit migliori, uno per riga";
inline constexpr char must[] = "Criterio indispensabile: chi non lo soddisfa non è un risultato";
inline constexpr char prefer[] = "Criterio preferibile: vale secondo il suo peso";
inline constexpr char ignore[] = "Criterio da ignorare";
inline constexpr char weight[] = "Peso di un criterio, da 0 a 1000";
inline constexpr char match_km[] =
    "Quanti chilometri al massimo dal luogo di lavoro, se il luogo è indispensabile";
inline constexpr char past_work[] =
    "La professione è soddisfatta anche da un lavoro già svolto, non solo da quella desiderata";
inline constexpr char salary[] = "Euro lordi all'anno che la persona desidera";
inline constexpr char match_language[] = "Lingua dei motivi: it (se non si dice altro) oppure en";
inline constexpr char match_threads[] = "Quante offerte insieme, con --all";
inline constexpr char code_type[] = "CODICE";
inline constexpr char criterion_type[] = "CRITERIO";
inline constexpr char weight_type[] = "CRITERIO=PESO";
inline constexpr char near[] = "Solo entro --km chilometri da questo comune, per esempio Bologna";
inline constexpr char km[] = "Raggio in linea d'aria";
inline constexpr char place_type[] = "COMUNE";
inline constexpr char sort[] =
    "Ordine: relevance (attinenza), date (i più recenti) oppure distance (i più vicini a --near)";
inline constexpr char limit[] = "Quanti risultati, da 0 a 1000";
inline constexpr char offset[] = "Quanti risultati saltare";
inline constexpr char state[] = "Quali record: active (attivi), expired (scaduti), all (entrambi)";
inline constexpr char typed[] = "Ciò che è stato scritto finora; dell'ultima parola basta l'inizio";
inline constexpr char box[] = "Che cosa si cerca: what (cosa) oppure where (dove)";
inline constexpr char suggest_limit[] = "Quanti suggerimenti, da 1 a 20";
inline constexpr char code[] = "Codice comunicazione di 25 caratteri";
inline constexpr char profession_words[] = "La professione, con parole qualsiasi";
inline constexpr char profession_limit[] = "Quanti codici, da 0 a 100";
inline constexpr char listen[] = "Dove ascoltare, INDIRIZZO:PORTA";
inline constexpr char public_url[] =
    "Come i visitatori raggiungono il portale, per esempio https://lavoro.example.org";
inline constexpr char requests_per_second[] =
    "Quante richieste al secondo può fare un indirizzo (dieci volte tante in una volta sola)";
inline constexpr char time_limit[] =
    "Secondi che può durare la ricerca di una richiesta; poi la risposta è 503";
inline constexpr char trusted_proxy[] =
    "Proxy che dice in X-Forwarded-For per chi chiede, per esempio 10.0.0.0/8; si può ripetere. Di "
    "questo computer ci si fida sempre";
inline constexpr char proxy_type[] = "INDIRIZZO[/BIT]";
inline constexpr char workers[] = "Quante richieste si servono insieme";
inline constexpr char listening[] = "Il portale è su http://{}:{}/ (Ctrl-C per fermarlo)\n";
inline constexpr char bad_serve[] = "--listen o --public-url non si capisce ({})";
inline constexpr char listen_type[] = "INDIRIZZO:PORTA";
inline constexpr char vacancies[] = "Quante offerte";
inline constexpr char cvs[] = "Quanti curriculum";
inline constexpr char seed[] = "Seme: lo stesso seme e giorno danno gli stessi record";
inline constexpr char day[] = "Giorno in cui i record sono tutti attivi (altrimenti oggi)";
inline constexpr char to_archives[] = "Scrive archivi .zip in questa cartella";
inline constexpr char to_home[] = "Scrive direttamente in questa home";
inline constexpr char rank_docs[] =
    "I testi: uno per riga, identificativo, tabulazione, testo. Se la prima cella è «id», la\n"
    "prima riga nomina le colonne: «title» vale tre volte, le altre fanno un testo solo";
inline constexpr char rank_queries[] = "Le domande, nello stesso formato";
inline constexpr char rank_language[] = "Lingua dei testi: it (se non si dice altro) oppure en";
inline constexpr char rank_run[] =
    "Dove scrivere le graduatorie, al massimo 100 testi per domanda; - per lo standard output";
inline constexpr char rank_fields[] =
    "La prima riga dei testi nomina le colonne anche se non comincia con «id»";

// --- Wrong usage
inline constexpr char failure[] = "incontro: {}\n";
inline constexpr char warning[] = "incontro: avviso: {}\n";
inline constexpr char see_help[] = "Aiuto: incontro {}--help\n";
inline constexpr char no_verb[] = "manca il comando";
inline constexpr char unknown_verb[] = "comando sconosciuto: {}";
inline constexpr char missing_option[] = "manca {}";
inline constexpr char unknown_argument[] = "argomento non riconosciuto: {}";
inline constexpr char missing_value[] = "manca il valore di {}";
inline constexpr char bad_value[] = "valore non ammesso: {}";
inline constexpr char bad_now[] =
    "--now non è un giorno o un istante: {} (scrivere 2012-12-10 oppure 2012-12-10T09:00:00)";
inline constexpr char bad_day[] = "--day non è un giorno: {} (scrivere 2012-12-10)";
inline constexpr char bad_filter[] = "{}: scrivere CAMPO=CODICE, per esempio territory=08";
inline constexpr char unknown_field[] = "il campo «{}» non esiste; i campi di {} sono: {}";
inline constexpr char unknown_code[] =
    "il campo «{}» non ha il codice «{}»; i campi di {} sono: {}";
inline constexpr char some_codes[] = "il campo «{}» non ha il codice «{}»; i suoi codici sono: {}";
inline constexpr char one_question[] =
    "indicare che cosa confrontare: --vacancy CODICE, --cv CODICE oppure --all";
inline constexpr char unknown_criterion[] = "il criterio «{}» non esiste; i criteri sono: {}";
inline constexpr char never_must[] =
    "il criterio «{}» non può essere indispensabile: usare --prefer o --ignore";
inline constexpr char set_twice[] = "il criterio «{}» è indicato due volte in modo diverso";
inline constexpr char bad_weight[] =
    "--weight {}: scrivere CRITERIO=PESO, con un peso da 0 a {}, per esempio skill=40";
inline constexpr char no_place[] = "--near: «{}» non è un comune conosciuto";
inline constexpr char similar_places[] = "--near: «{}» non è un comune conosciuto; forse {}";
inline constexpr char several_places[] = "--near: ci sono più comuni di nome «{}»; scrivere \"{}\"";
inline constexpr char or_place[] = "\" oppure \"";
inline constexpr char not_a_comune[] = "--near: «{}» non è un comune";
inline constexpr char near_missing[] = "--km e --sort distance richiedono --near COMUNE";
inline constexpr char not_a_choice[] = "«{}» (scegliere fra {})";
inline constexpr char not_a_number[] = "«{}» (scrivere un numero da {} a {})";
inline constexpr char one_target[] =
    "indicare una destinazione: --archives CARTELLA o --home CARTELLA";
inline constexpr char bad_listen[] = "{}: scrivere INDIRIZZO:PORTA, per esempio 127.0.0.1:8080";

// --- Failures: what, where, what to do
inline constexpr char home_busy[] =
    "la home «{}» è in uso da un altro programma: fermarlo (per esempio il server) e riprovare";
inline constexpr char home_absent[] =
    "la home «{}» non esiste: controllare il percorso, oppure crearla con incontro import";
inline constexpr char home_settings[] =
    "la home «{}» ha un settings.conf che non si capisce: correggerlo ({})";
inline constexpr char home_corrupt[] =
    "l'archivio della home «{}» è danneggiato e non è stato toccato: rimettere da una copia i file "
    "indicati, o tutta la home ({})";
inline constexpr char home_readable[] =
    "la home «{0}» contiene dati personali ed è leggibile da altri utenti: chmod -R go= {0}";
inline constexpr char text_set_aside[] =
    "l'indice dei testi di «{0}» era danneggiato: è stato messo da parte e si rifà da solo ({1})";
inline constexpr char store_behind[] =
    "nell'archivio di «{0}» forse mancano dei record: un indice ne conosceva di più ({1})";
inline constexpr char blocks_made_again[] =
    "un indice di «{0}» era danneggiato ed è stato rifatto dall'archivio ({1})";
inline constexpr char blocks_in_memory[] =
    "un indice di «{0}» è danneggiato e per questa volta è stato rifatto in memoria: lo rimette "
    "a posto incontro rebuild --home {0} ({1})";
inline constexpr char as_root[] =
    "il portale gira come root: meglio un utente che possa leggere soltanto la home";
inline constexpr char home_failed[] =
    "la home «{}» non si legge o non si scrive: controllare disco e permessi ({})";
inline constexpr char not_searchable[] =
    "i record sono salvati in «{}», ma gli indici sono in ritardo: incontro check ({})";
inline constexpr char archive_absent[] = "l'archivio «{}» non esiste: controllare il percorso";
inline constexpr char archive_failed[] =
    "l'archivio «{}» non si legge: controllare il file e i permessi ({})";
inline constexpr char directory_failed[] =
    "non riesco a scrivere in «{}»: controllare spazio e permessi ({})";
inline constexpr char store_failed[] = "un record è stato rifiutato da «{}» ({})";
inline constexpr char listen_failed[] =
    "non riesco ad ascoltare su {}: la porta è occupata o non permessa? Provare --listen ({})";
inline constexpr char table_absent[] = "il file «{}» non esiste: controllare il percorso";
inline constexpr char table_failed[] =
    "il file «{}» non si legge: controllare che sia un file e i permessi";
inline constexpr char table_refused[] = "{}, riga {}: {}";
inline constexpr char run_failed[] =
    "non riesco a scrivere «{}»: controllare la cartella, lo spazio e i permessi";
inline constexpr char search_failed[] = "la ricerca non è riuscita ({})";
inline constexpr char match_failed[] = "il confronto non è riuscito ({})";
inline constexpr char suggest_failed[] = "i suggerimenti non sono riusciti ({})";
inline constexpr char check_failed[] = "il confronto non è riuscito ({})";
inline constexpr char rebuild_failed[] = "gli indici non sono stati rifatti ({})";
inline constexpr char no_such_record[] = "nessun record ha il codice «{}»\n";

// --- Reports on archives
inline constexpr char archive_good[] = "{}: {} file, controllo formale superato\n";
inline constexpr char archive_refused[] = "{}: RESPINTO, file con errori: {} su {}\n";
inline constexpr char archive_wrong[] = "{}: RESPINTO, l'archivio non è utilizzabile\n";
inline constexpr char archive_partly[] = "{}: {} file, rifiutati dall'archivio dei record: {}\n";
inline constexpr char fates_line[] = "  {}\n";
inline constexpr char file_line[] = "  {}  [{}]  {}\n";
inline constexpr char fate_count[] = "{}: {}";
inline constexpr char finding_with_line[] = "    riga {}, {}: {} [{}]\n";
inline constexpr char finding_of_file[] = "    {}{}: {} [{}]\n";
inline constexpr char finding_of_archive[] = "  {}: {} [{}]\n";
inline constexpr char grade_blocking[] = "errore";
inline constexpr char grade_warning[] = "avviso";
inline constexpr char warnings[] = "  avvisi: {}\n";
inline constexpr char warning_group[] = "    {} × {}: {} (per esempio {}, riga {})\n";
inline constexpr char more_warnings[] =
    "    altri {} avvisi di altro genere: --verbose li elenca\n";
inline constexpr char phase_checking[] = "controllo";
inline constexpr char phase_storing[] = "salvataggio";
inline constexpr char phase_indexing[] = "indicizzazione";

inline constexpr char fate_valid[] = "validi";
inline constexpr char fate_refused[] = "rifiutati";
inline constexpr char fate_published[] = "pubblicati";
inline constexpr char fate_replaced[] = "sostituzioni";
inline constexpr char fate_closed[] = "chiusure";
inline constexpr char fate_unchanged[] = "già presenti";
inline constexpr char fate_not_handled[] = "messaggi non ancora gestiti";
inline constexpr char fate_ignored[] = "ignorati";
inline constexpr char file_valid[] = "valido";
inline constexpr char file_refused[] = "rifiutato";
inline constexpr char file_published[] = "pubblicato";
inline constexpr char file_replaced[] = "sostituzione";
inline constexpr char file_closed[] = "chiusura";
inline constexpr char file_unchanged[] = "già presente";
inline constexpr char file_not_handled[] = "messaggio valido, non ancora gestito";
inline constexpr char file_ignored[] = "ignorato";
inline constexpr char kind_cv[] = "curriculum";
inline constexpr char kind_vacancy[] = "offerta di lavoro";
inline constexpr char kind_message[] = "messaggio";
inline constexpr char more_findings[] =
    "    e altri {} rilievi: correggere questi e verificare di nuovo\n";
inline constexpr char ignored_files[] = "  file di sistema ignorati: {}\n";
inline constexpr char and_others[] = "{} e altri {}";

// --- Answers
inline constexpr char found_none[] = "Nessun risultato.\n";
inline constexpr char did_you_mean[] = "Forse cercavi: {} ({})\n";
inline constexpr char filter_offer[] = "Filtra per: {} ({}) con --where {}={}\n";
inline constexpr char relaxation[] = "  togliendo {}: {}\n";
inline constexpr char relaxed_words[] = "«{}»";
inline constexpr char relaxed_filter[] = "il filtro --where {}";
inline constexpr char relaxed_radius[] = "il raggio";
inline constexpr char relaxed_both[] = "{} e {}";
inline constexpr char suggested_none[] = "Nessun suggerimento.\n";
inline constexpr char suggestion[] = "{:>9}  {:<11}  {}  {}\n";
inline constexpr char kind_profession[] = "professione";
inline constexpr char kind_skill[] = "competenza";
inline constexpr char kind_employer[] = "azienda";
inline constexpr char kind_phrase[] = "titolo";
inline constexpr char kind_region[] = "regione";
inline constexpr char kind_province[] = "provincia";
inline constexpr char kind_comune[] = "comune";
inline constexpr char kind_state[] = "estero";
inline constexpr char found[] = "Risultati: {}, dal {} al {} ({} ms)\n";
inline constexpr char found_by_synonym[] = "Di questi, per professione o sinonimi: {}\n";
inline constexpr char hit[] = "\n{}\n  {}  {}  dal {}{}\n";
inline constexpr char hit_distance[] = "  a {} km";
inline constexpr char passage[] = "  {}\n";
inline constexpr char match_result[] = "\n{}%  {}\n  {}  {}{}  dal {}  interesse reciproco {}%\n";
inline constexpr char match_reason[] = "  {:>5} punti  {:>5}%  {}{}: {}\n";
inline constexpr char match_must[] = " (indispensabile)";
inline constexpr char match_relax[] = "\nAltri risultati, rendendo preferibili dei criteri:\n";
inline constexpr char match_relaxation[] = "  {}: {} in più\n";
inline constexpr char matched_all[] =
    "{} offerte per {} curriculum in {} s: {} coppie al secondo\n";
// By Criterion.
inline constexpr const char* criteria[] = {
    "professione", "esperienza",   "titolo di studio", "lingue",
    "competenze",  "albo",         "patente",          "patentini",
    "contratto",   "orario",       "trasferte",        "mezzo proprio",
    "luogo",       "retribuzione", "parole in comune", "pubblicazione"};
inline constexpr char facet[] = "\n{}\n";
inline constexpr char facet_value[] = "  {}{}{} ({})  {}\n";
inline constexpr char no_profession[] =
    "Nessuna professione corrisponde: provare con un nome di mestiere, per esempio cuoco.\n";
inline constexpr char profession_line[] = "{:.2f}  {:<12} {}  («{}»)\n";
inline constexpr char agree[] =
    "Gli indici concordano con l'archivio: {} offerte, {} curriculum.\n";
inline constexpr char disagree[] = "Gli indici non concordano con l'archivio ({} differenze):\n";
inline constexpr char difference[] = "  {}\n";
inline constexpr char store_lost[] =
    "L'archivio è danneggiato: {} punti non si leggono. Il resto si legge e si cerca.\n";
inline constexpr char restore[] =
    "Rimettere da una copia i file o la home; incontro rebuild --home {} intanto lascia fuori "
    "dagli "
    "indici quel che non si legge, e non tocca l'archivio.\n";
inline constexpr char index_damaged[] = "Indici danneggiati o mancanti ({}):\n";
inline constexpr char index_following[] = "In corso, non è un errore: {}\n";
inline constexpr char left_out[] = "Non si legge e resta fuori dagli indici: {}\n";
inline constexpr char repair[] = "Per rifarli: incontro rebuild --home {}\n";
inline constexpr char rebuilt[] = "Indici rifatti in {} s.\n";
inline constexpr char written[] = "Scritte {} offerte e {} curriculum in {}.\n";
inline constexpr char stored[] =
    "Salvati {} record in {} s ({} al secondo); ricercabili dopo {} s in tutto.\n";
inline constexpr char ranked[] =
    "Graduatorie per {} domande su {} testi: indice in {} s, domande in {} s ({} al "
    "secondo).\n";
inline constexpr char alerts_add[] =
    "Salva una ricerca; oppure un curriculum (--cv) che aspetta offerte, o un'offerta (--vacancy) "
    "che aspetta candidati";
inline constexpr char alerts_list[] = "Elenca ciò che ha salvato --owner";
inline constexpr char alerts_remove[] = "Toglie una ricerca salvata, con i suoi avvisi";
inline constexpr char alerts_outbox[] = "Elenca gli avvisi da inviare";
inline constexpr char alerts_delivered[] = "Toglie un avviso che è stato inviato";
inline constexpr char owner[] = "Di chi è: un testo a scelta, al massimo 100 byte";
inline constexpr char owner_type[] = "TESTO";
inline constexpr char alert_name[] = "Come la chiama chi l'ha salvata, al massimo 200 byte";
inline constexpr char waiting_cv[] = "Il curriculum che aspetta offerte adatte";
inline constexpr char waiting_vacancy[] = "L'offerta che aspetta candidati adatti";
inline constexpr char least[] = "Con --cv o --vacancy: il punteggio minimo, da 0.001 a 1";
inline constexpr char saved_number[] = "Il numero della ricerca salvata";
inline constexpr char notice_number[] = "Il numero dell'avviso";
inline constexpr char after_notice[] = "Solo gli avvisi dopo questo numero";
inline constexpr char one_to_save[] =
    "serve una sola cosa da salvare: una raccolta con le parole, --cv oppure --vacancy";
inline constexpr char match_asks_alone[] =
    "--where, --near, --km, --sort, --state e --no-synonyms valgono solo per una ricerca: con --cv "
    "o --vacancy non si possono usare";
inline constexpr char least_wrong[] = "--least: un numero da 0.001 a 1, non «{}»";
inline constexpr char alerts_failed[] = "non è stato possibile ({})";
inline constexpr char alert_saved[] = "Salvata con il numero {}.\n";
inline constexpr char alert_removed[] = "Tolta.\n";
inline constexpr char notice_gone[] = "Tolto.\n";
inline constexpr char no_alerts[] = "Nessuna ricerca salvata.\n";
inline constexpr char saved_query[] = "#{}  {}  {}\n    {} {}\n";
inline constexpr char saved_match[] = "#{}  {}  {}\n    {} {}, almeno {}\n";
inline constexpr char no_notices[] = "Nessun avviso.\n";
inline constexpr char notice[] = "#{}  ricerca salvata {}  {}{}\n";
inline constexpr char notice_score[] = "  punteggio {}";
inline constexpr char trace_what[] =
    "Nome che il registro dà a chi chiede (32 cifre), oppure un indirizzo IPv4 o IPv6";
inline constexpr char traced[] = "{}  {}  {}\n";
inline constexpr char not_traced[] =
    "«{}» non porta a niente: non è un nome di questo server né un indirizzo, oppure sono passati "
    "più di sette giorni e la chiave di quel giorno non c'è più";
inline constexpr char no_contacts[] = "Nessun messaggio.\n";
inline constexpr char contact[] = "#{}  {}  {}\n  {} <{}>\n  {}\n\n{}\n\n";

// --- A record
inline constexpr char state_scheduled[] = "in programma";
inline constexpr char state_active[] = "attivo";
inline constexpr char state_expired[] = "scaduto";
inline constexpr char state_withdrawn[] = "annullato";
inline constexpr char heading[] = "\n{}\n";
inline constexpr char employer[] = "Datore di lavoro";
inline constexpr char intermediary[] = "Intermediario";
inline constexpr char contact_data[] = "Contatti";
inline constexpr char incentives[] = "Incentivi all'assunzione (certo: per quanto dichiarato)";
inline constexpr char hidden[] = "  Riservati: si passa dall'intermediario.\n";

}  // namespace incontro::cli::texts
