package no.opptrapping.grant.allocation;

import static no.opptrapping.grant.testing.FormBodies.form;
import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.participant;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.Requests.unasked;
import static no.opptrapping.grant.testing.World.post;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.grant.reported.WhenReported;
import no.opptrapping.grant.testing.Requests;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.DeadLetterExample;
import no.opptrapping.platform.testing.SampleFiles;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** One of everything that has an id: a grant year of Lillehammer, which shares with Gjøvik and lets Hamar act for it. */
abstract class ThingsOfAccess extends AllocationStory {
    static final World.Resident LILLEHAMMER = resident("3405", "Lillehammer", "945578564");
    static final World.Resident GJOVIK = resident("3407", "Gjøvik", "940155223");
    static final World.Resident BODO = resident("1804", "Bodø", "972418013");
    static final World.Resident HAMAR = resident("3403", "Hamar", "970540008");
    static final World.Resident RINGSAKER = resident("3411", "Ringsaker", "864950582");
    static final Map<String, Object> PAID = Map.of("paidOn", "2025-06-01", "reference", "B1");

    @Inject
    DataSource database;

    @Inject
    Instance<WhenReported> whenReported;

    /** A scheme with a second version that is a draft. */
    String redrafted;

    /** A call that is to be called off. */
    String calledOff;

    /** A scheme whose first rules are a draft. */
    String unruled;

    String call;
    String unannounced;

    /** A call whose form is announced, with a draft of the one that corrects it. */
    String corrected;

    String draft;

    /** A draft whose participants are asked. */
    String asking;

    String submitted;
    String decided;
    String forecast;
    String outage;
    String reserveOffer;
    String dispensationProposed;
    String dispensationDecided;

    /** An attachment of the draft, and one of what is submitted. */
    String ofDraft;

    String ofSubmitted;

    /** A file that came with a message about what is submitted, and the Directorate's answer to it. */
    String ofMessage;

    String answer;
    String assessment;
    String adopted;
    String simulated;
    String award;
    String payment;
    String carryOver;
    final String claim = UUID.randomUUID().toString();
    final String priorNotice = UUID.randomUUID().toString();
    final String credit = UUID.randomUUID().toString();
    String batch;
    String appropriation;
    String proposed;
    String revision;
    String frameChange;
    String disqualification;
    String letter;
    String bankFile;
    String bankAnswer;
    String accountingExport;
    String decisionLetter;
    String webhook;

    void aYearOfLillehammerAndGjovik() {
        theyAreInTheRegister();
        appropriations();
        anAwardOfAnAdoptedRun();
        payments();
        anotherCallThatIsOpen();
        disqualification = id(
                leader(),
                "/v1/disqualifications",
                Map.of("person", "somebody-else", "schemeId", scheme, "reason", "Gift med en som søker"));
        DeadLetterExample.in(database, 4712);
        statements();
        frames();
        dispensations();
        carryOver();
        claims();
        reserveOffer();
        outage = id(
                world.asPerson("drift", "administrator"),
                "/v1/outages",
                Map.of(
                        "from", "2025-01-02T10:00:00Z",
                        "to", "2025-01-02T11:00:00Z",
                        "what", "Ingen ble rammet.",
                        "until", "2025-06-01T12:00:00Z"));
        forecast = id(adviser(), "/v1/forecasts", Requests.forecast(scheme));
        letter = world.asPerson("kari", "administrator")
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    /** What a report says is unspent; nothing of it is in the ledger, so that it stays what it is, whoever asks. */
    private void carryOver() {
        QuarkusTransaction.requiringNew()
                .run(() -> whenReported.forEach(
                        one -> one.reported(UUID.fromString(award), Year.of(2025), Kroner.of(1_000), Instant.now())));
        carryOver = adviser()
                .get("/v1/carry-overs?awardId=" + award)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    /** A claim that Lillehammer has notice of, and money that nobody but a person can place. */
    private void claims() {
        insert("""
                insert into claim (id, number, kid, award_id, scheme_id, year, recipient_id, version, cause, state, found,
                    grounds, raised_by, opened_at, changed_at, outstanding, proposed_amount, proposal_reason, proposed_by,
                    proposed_at)
                select '%1$s', 4711, '00000047118', id, scheme_id, year, municipality_id, 1, 'misspent', 'notified', 1000,
                    'Kjøpt bil', 'adviser-9', decided_at, decided_at, 0, 1000, 'Kjøpt bil', 'adviser-9', decided_at
                from award where id = '%2$s'
                """.formatted(claim, award));
        insert("""
                insert into prior_notice (id, kind, subject_id, about, award_id, scheme_id, recipient_id, version, amount, text,
                    sent_by, sent_at, answer_by)
                select '%1$s', 'recovery', '%2$s', '/v1/claims/%2$s', id, scheme_id, municipality_id, 1, 1000, 'Kjøpt bil',
                    'adviser-9', decided_at, '2026-01-02' from award where id = '%3$s'
                """.formatted(priorNotice, claim, award));
        insert("""
                insert into bank_credit (id, line, reference, amount, booked_on, bank_reference, payer, read_by, read_at, aside)
                values ('%s', repeat('a', 64), '', 100, '2025-06-01', 'B9', '', 'bank', '2025-06-01', 'no-kid')
                """.formatted(credit));
    }

    private void insert(String sql) {
        try (var connection = database.getConnection();
                var insert = connection.createStatement()) {
            insert.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private void dispensations() {
        dispensationProposed = dispensation(call);
        dispensationDecided = dispensation(calledOff);
        post(
                        leader(),
                        "/v1/dispensations/" + dispensationDecided + "/decision",
                        Map.of("granted", false, "reason", "Ikke grunn nok."))
                .statusCode(201);
    }

    /** As it is proposed where a call is decided and money is left. */
    private void reserveOffer() {
        reserveOffer = UUID.randomUUID().toString();
        var sql = """
                insert into reserve_offer (id, call_id, scheme_id, year, application_id, amount, passed_over, proposed_by,
                    proposed_at)
                select ?::uuid, call_id, scheme_id, year, id, 1000, '[]', 'adviser-9', submitted_at from application
                where id = ?::uuid
                """;
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, reserveOffer);
            insert.setString(2, submitted);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String dispensation(String of) {
        return id(
                adviser(),
                "/v1/dispensations",
                Map.of(
                        "callId",
                        of,
                        "municipality",
                        LILLEHAMMER.number().value(),
                        "until",
                        "2025-06-01T12:00:00Z",
                        "reason",
                        "Strømmen var borte."));
    }

    /** As they are given where a scheme's rules ask for them. */
    private void statements() {
        var sql = """
                insert into statement (application_id, call_id, advice, text, given_by, given_at, due)
                select id, call_id, 'none', 'Til orientering.', 'stein', submitted_at, submitted_at from application
                where id in (?::uuid, ?::uuid) on conflict do nothing
                """;
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, submitted);
            insert.setString(2, decided);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** A change of the frame of the office whose county is Lillehammer's, as it is proposed where the county governors decide. */
    private void frames() {
        frameChange = UUID.randomUUID().toString();
        var sql = """
                insert into known_county_governor_office values ('00000000-0000-0034-0000-000000000000',
                    '{"officeId": "00000000-0000-0034-0000-000000000000", "versions": [{"name": "Innlandet", "counties": ["34"]}]}')
                    on conflict do nothing;
                insert into frame_change (id, scheme_id, year, kind, status, reason, proposed_by, proposed_at)
                    values ('%1$s', '%2$s', 2025, 'revision', 'proposed', 'Behov', 'somebody-else', now());
                insert into frame_change_line values ('%1$s', '00000000-0000-0034-0000-000000000000', 1)
                """.formatted(frameChange, scheme);
        try (var connection = database.getConnection();
                var insert = connection.createStatement()) {
            insert.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private void theyAreInTheRegister() {
        keep(
                LILLEHAMMER,
                List.of(new HeardMunicipality.Representative(
                        HAMAR.organisation(), List.of("apply", "accept", "report"), LocalDate.of(2020, 1, 1), null)));
        List.of(GJOVIK, BODO, HAMAR, RINGSAKER).forEach(one -> keep(one, List.of()));
    }

    private void keep(World.Resident one, List<HeardMunicipality.Representative> representatives) {
        world.keep(new HeardMunicipality(
                one.id(),
                null,
                List.of(new HeardMunicipality.Version(one.number(), one.name(), LocalDate.of(1900, 1, 1), null)),
                List.of(),
                List.of(new HeardMunicipality.HeldNumber(one.organisation(), null, null)),
                representatives));
    }

    private void appropriations() {
        appropriation = appropriationOf(2027);
        post(leader(), "/v1/appropriations/" + appropriation + "/approval").statusCode(201);
        proposed = appropriationOf(2028);
        revision = post(
                        adviser(),
                        "/v1/appropriations/" + appropriation + "/revisions",
                        Map.of("amount", 50_000, "reason", "Revidert budsjett"))
                .statusCode(201)
                .extract()
                .path("revisions[0].id");
    }

    private String appropriationOf(int year) {
        return id(
                adviser(),
                "/v1/appropriations",
                Map.of("schemeId", scheme, "year", year, "amount", 1_000_000, "source", "Prop. 1 S"));
    }

    private void anAwardOfAnAdoptedRun() {
        var over = announced();
        decided = submitted(LILLEHAMMER, joint(over));
        assessed(decided, 400_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        adopted = run(over);
        simulated = run(over);
        adopt(adopted).statusCode(201);
        award = world.as(LILLEHAMMER)
                .get("/v1/awards")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        webhook = id(world.as(LILLEHAMMER), "/v1/webhooks", Map.of("url", "https://kommune.example.no/varsler"));
        decisionLetter = world.as(LILLEHAMMER)
                .get("/v1/letters")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private String run(String decided) {
        var model = Map.<String, Object>of(
                "kind", "application", "callId", decided, "rule", "ranked", "tieRule", "earliest");
        return simulate(model, Map.of("amount", 600_000))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void payments() {
        post(
                        world.as(LILLEHAMMER),
                        "/v1/awards/" + award + "/acceptance",
                        Map.of("accountNumber", "86011117947", "acceptedBy", "Rådmannen", "termsAccepted", true))
                .statusCode(201);
        payment = id(adviser(), "/v1/payments", Map.of("awardId", award, "amount", 100_000, "dueOn", "2025-04-15"));
        sentAndHandedOver();
        batch = id(adviser(), "/v1/payment-batches", Map.of("schemeId", scheme, "year", 2025, "dueOn", "2025-04-15"));
    }

    private void sentAndHandedOver() {
        var sent = id(adviser(), "/v1/payments", Map.of("awardId", award, "amount", 1_000, "dueOn", "2025-04-15"));
        post(world.asPerson("kari", "controller"), "/v1/payments/" + sent + "/approval")
                .statusCode(201);
        bankFile = number(
                post(bank(), "/v1/bank-files", Map.of("schemeId", scheme)).statusCode(201));
        bankAnswer = number(bank().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/xml")
                .body(
                        ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><GrpHdr>"
                                        + "<MsgId>" + sent.substring(0, 30)
                                        + "</MsgId><CreDtTm>2025-04-15T08:00:00Z</CreDtTm></GrpHdr><Ntfctn>"
                                        + "<Id>1</Id><Acct><Id><Othr><Id>12345678903</Id></Othr></Id></Acct></Ntfctn>"
                                        + "</BkToCstmrDbtCdtNtfctn></Document>")
                                .getBytes(StandardCharsets.UTF_8))
                .post("/v1/bank-answers")
                .then()
                .statusCode(201));
        // Another test may have handed over a later month, after which this one no longer can be.
        post(bank(), "/v1/accounting-exports", Map.of("period", "2024-01"));
        accountingExport = bank().get("/v1/accounting-exports")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].number")
                .toString();
    }

    private RequestSpecification bank() {
        return world.asPerson("bank", "administrator");
    }

    private static String number(ValidatableResponse made) {
        return made.extract().path("number").toString();
    }

    private void anotherCallThatIsOpen() {
        world.itIs(World.BEGINNING);
        var other = world.schemeInForce(scheme("s-" + UUID.randomUUID()));
        redrafted = other;
        post(adviser(), "/v1/schemes/" + other + "/versions", Requests.rules(40))
                .statusCode(201);
        unruled = id(adviser(), "/v1/schemes", scheme("s-" + UUID.randomUUID()));
        call = id(adviser(), "/v1/calls", call(other));
        post(leader(), "/v1/calls/" + call + "/announcement").statusCode(201);
        calledOff = id(adviser(), "/v1/calls", call(other));
        post(leader(), "/v1/calls/" + calledOff + "/announcement").statusCode(201);
        unannounced = id(adviser(), "/v1/calls", call(other));
        corrected = id(adviser(), "/v1/calls", call(other));
        post(adviser(), "/v1/calls/" + corrected + "/form/versions", form()).statusCode(201);
        post(leader(), "/v1/calls/" + corrected + "/announcement").statusCode(201);
        post(adviser(), "/v1/calls/" + corrected + "/form/versions", form()).statusCode(201);
        world.itIs(WHILE_OPEN);
        draft = id(world.as(LILLEHAMMER), "/v1/applications", joint(call));
        asking = id(world.as(LILLEHAMMER), "/v1/applications", asking(call));
        post(world.as(LILLEHAMMER), "/v1/applications/" + asking + "/consent-requests")
                .statusCode(201);
        ofDraft = attached(draft, "");
        submitted = id(world.as(LILLEHAMMER), "/v1/applications", joint(call));
        ofSubmitted = attached(submitted, "");
        post(world.as(LILLEHAMMER), "/v1/applications/" + submitted + "/submission")
                .statusCode(201);
        ofMessage = attached(submitted, "/conversation");
        var messages = "/v1/applications/" + submitted + "/conversation/messages";
        post(
                        world.as(LILLEHAMMER),
                        messages,
                        Map.of("text", "Er dette kartet rett?", "attachments", List.of(ofMessage)))
                .statusCode(201);
        answer = id(adviser(), messages, Map.of("text", "Ja."));
        assessment = id(adviser(), "/v1/assessments", assessment(submitted, 400_000, 1));
    }

    /** Which application the row is of. */
    String theApplication(String of) {
        return switch (of) {
            case "a draft" -> draft;
            case "a draft that asks for consents" -> asking;
            default -> submitted;
        };
    }

    private static Map<String, Object> asking(String call) {
        var body = application(call);
        body.put("participants", List.of(unasked("3405", 250_000), unasked("3407", 150_000)));
        return body;
    }

    private String attached(String application, String where) {
        return world.as(LILLEHAMMER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Disposition", "attachment; filename=plan.pdf")
                .contentType("application/pdf")
                .body(SampleFiles.pdf())
                .post("/v1/applications/" + application + where + "/attachments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> joint(String call) {
        var body = application(call);
        body.put("participants", List.of(participant("3405", 250_000), participant("3407", 150_000)));
        return body;
    }

    private static String id(RequestSpecification as, String where, Map<String, Object> body) {
        return post(as, where, body).statusCode(201).extract().path("id");
    }

    private static World.Resident resident(String number, String name, String organisation) {
        return new World.Resident(
                new MunicipalityId(UUID.randomUUID()),
                new MunicipalityNumber(number),
                name,
                new OrganisationNumber(organisation));
    }
}
