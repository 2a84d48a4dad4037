package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import no.opptrapping.grant.awards.LapseAwards;
import no.opptrapping.grant.frames.MoveFrames;
import no.opptrapping.grant.letters.DeliverLetters;
import no.opptrapping.grant.reported.HearReport;
import no.opptrapping.grant.reported.HeardReport;
import no.opptrapping.grant.testing.World;
import no.opptrapping.grant.testing.World.Resident;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.time.SimulatedClock;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/**
 * Acts of people, of time and of the bank in one year of a scheme that two offices decide in, chosen by chance: through the
 * same doors as in earnest, so that some are refused, but none may fail.
 */
abstract class RandomHistory extends OfficeStory {
    private static final int RESIDENTS = 8;
    private static final int MOST = 400_000;

    @Inject
    LapseAwards lapseAwards;

    @Inject
    MoveFrames moveFrames;

    @Inject
    DeliverLetters deliverLetters;

    @Inject
    HearReport hearReport;

    @Inject
    SimulatedClock clock;

    /** What was done and what was answered, and how often. */
    protected final Map<String, Integer> answered = new TreeMap<>();

    private final List<Resident> residents = new ArrayList<>();
    private final Map<UUID, Resident> holders = new HashMap<>();
    private final Map<UUID, Divided> runs = new HashMap<>();
    private final List<UUID> offers = new ArrayList<>();
    private final Map<UUID, Long> reports = new HashMap<>();
    private Random random = new Random();
    private String appropriation = "";
    protected String call = "";

    /** The scheme whose framework grant the awards are incorporated into; empty until they are. */
    protected String framework = "";

    private boolean isReformed;

    /** What a run divides: a round of the call for an office, or the year among some by the Directorate. */
    private record Divided(@Nullable CountyGovernorOfficeId office, int round) {}

    RandomHistory(String inNorth, String inSouth) {
        super(inNorth, inSouth);
    }

    /** Rows of the database as its superuser reads them. */
    protected abstract List<Map<String, Object>> rows(String sql, Object... arguments);

    /** The year begins: eight municipalities have applied in one of two rounds, and there is money in frames. */
    protected void beginHistory(Random anew) {
        random = anew;
        world.itIs(World.BEGINNING);
        isReformed = false;
        framework = "";
        runs.clear();
        offers.clear();
        reports.clear();
        holders.clear();
        if (residents.isEmpty()) {
            for (var i = 0; i < RESIDENTS; i++) {
                residents.add(world.foundedIn(i % 2 == 0 ? inNorth : inSouth, "Kommune " + i));
            }
            publish();
        }
        framed(200_000 + random.nextInt(1_500_000), 200_000 + random.nextInt(1_500_000));
        appropriation = rows("select id from appropriation where scheme_id = ?", UUID.fromString(scheme))
                .getFirst()
                .get("id")
                .toString();
        var rounds = new ArrayList<Map<String, Object>>();
        rounds.add(new HashMap<>(Map.of("name", text("a"), "takes", "continuations", "expectedOn", "2025-04-01")));
        rounds.add(new HashMap<>(Map.of("name", text("b"), "takes", "new-measures", "expectedOn", "2025-05-01")));
        if (random.nextBoolean()) {
            rounds.get(random.nextInt(2)).put("budget", 100_000 + random.nextInt(2_000_000));
        }
        call = announced(Map.of("rounds", rounds));
        for (var one : residents) {
            holders.put(UUID.fromString(submitted(one, call, 100, 1 + random.nextInt(2))), one);
        }
        world.itIs(AFTER_THE_DEADLINE);
        for (var i = 0; i < RESIDENTS - 1; i++) {
            assess();
        }
    }

    /** One act; what it was is kept with what was answered. */
    protected String act() {
        return switch (random.nextInt(29)) {
            case 0 -> changeFrames();
            case 1 -> giveBack();
            case 2, 3 -> assess();
            case 4, 5, 6, 7 -> decide();
            case 8 -> adoptLater();
            case 9, 10 -> correct();
            case 11, 12, 13 -> answer();
            case 14 -> timePasses();
            case 15, 16, 17 -> reserve();
            case 18, 19 -> approveOffer();
            case 20, 21, 22 -> order();
            case 23, 24 -> bank();
            case 25 -> report();
            case 26 -> random.nextInt(4) == 0 ? decideCentrally() : revise();
            case 27 -> incorporate();
            default -> random.nextInt(4) == 0 ? reform() : withdraw();
        };
    }

    private String changeFrames() {
        var lines = new ArrayList<Map<String, Object>>();
        for (var office : List.of(north, south)) {
            if (random.nextInt(3) > 0) {
                lines.add(Map.of("countyGovernorOfficeId", office, "amount", random.nextInt(-300_000, 500_000)));
            }
        }
        var body = new HashMap<String, Object>(
                Map.of("schemeId", scheme, "year", 2025, "lines", lines, "reason", "Omfordeling."));
        if (random.nextInt(6) == 0) {
            body.put("unusedBackOn", today().plusDays(20 + random.nextInt(60)).toString());
        }
        var change = said("frames-proposed", post(adviser(), "/v1/frame-changes", body));
        return change.map(id -> random.nextInt(5) == 0
                        ? done("frames-rejected", leader(), "/v1/frame-changes/" + id + "/rejection")
                        : done("frames-adopted", leader(), "/v1/frame-changes/" + id + "/adoption"))
                .orElse("frames-proposed");
    }

    private String giveBack() {
        var office = anyOffice();
        var line = Map.of("countyGovernorOfficeId", office, "amount", -1 - random.nextInt(200_000));
        return said(
                        "frame-returned",
                        post(
                                maker(office),
                                "/v1/frame-changes",
                                Map.of(
                                        "schemeId",
                                        scheme,
                                        "year",
                                        2025,
                                        "lines",
                                        List.of(line),
                                        "reason",
                                        "Trengs ikke.")))
                .map(id -> done("frames-adopted", leader(), "/v1/frame-changes/" + id + "/adoption"))
                .orElse("frame-returned");
    }

    private String assess() {
        var waiting = rows("""
                select a.id from application a left join assessment s on s.application_id = a.id
                where a.call_id = ? and a.status = 'submitted' and s.id is null order by a.reference
                """, UUID.fromString(call));
        if (waiting.isEmpty()) {
            return "nobody-to-assess";
        }
        var id = (UUID) any(waiting).get("id");
        var body = assessment(id.toString(), 1 + random.nextInt(MOST), 1 + random.nextInt(4));
        said("assessed", post(maker(officeOf(id)), "/v1/assessments", body));
        return "assessed";
    }

    private String decide() {
        var office = anyOffice();
        var of = new Divided(office, random.nextInt(6) == 0 ? 1 + random.nextInt(2) : nextRound(office));
        var run = said("run-made", post(maker(of.office()), "/v1/allocation-runs", body(of)));
        run.ifPresent(id -> runs.put(UUID.fromString(id), of));
        return run.isPresent() && random.nextInt(5) > 0 ? adopt(UUID.fromString(run.get())) : "run-made";
    }

    private int nextRound(CountyGovernorOfficeId office) {
        return ofRuns(true).stream()
                        .map(one -> runs.get((UUID) one.get("id")))
                        .anyMatch(of -> office.equals(of.office()) && of.round() == 1)
                ? 2
                : 1;
    }

    private Map<String, Object> body(Divided of) {
        var budget = random.nextInt(3) > 0
                ? Map.<String, Object>of("amount", 1 + random.nextInt(900_000))
                : Map.<String, Object>of("rest", true);
        var run = of.office() == null
                ? withPots(Map.of(
                        "name",
                        "alle",
                        "budget",
                        Map.of("amount", 1 + random.nextInt(300_000)),
                        "eligible",
                        Map.of(
                                "municipalities",
                                residents.stream()
                                        .map(one -> one.number().value())
                                        .toList()),
                        "model",
                        objective("0.6")))
                : withPots(Map.of(
                        "name",
                        "alt",
                        "budget",
                        budget,
                        "model",
                        Map.of("kind", "application", "callId", call, "round", of.round())));
        run.put("unit", 1);
        if (of.office() != null) {
            run.put("countyGovernorOfficeId", of.office());
        }
        return run;
    }

    private String decideCentrally() {
        var of = new Divided(null, 0);
        return said("central-run-made", post(adviser(), "/v1/allocation-runs", body(of)))
                .map(id -> {
                    runs.put(UUID.fromString(id), of);
                    return adopt(UUID.fromString(id));
                })
                .orElse("central-run-made");
    }

    private String adopt(UUID run) {
        var office = runs.get(run).office();
        var by = office == null ? leader() : decider(office);
        said(
                "run-adopted",
                post(
                        by,
                        "/v1/allocation-runs/" + run + "/adoption",
                        Map.of("confirmSuperseded", random.nextBoolean(), "confirmRepeated", true)));
        return "run-adopted";
    }

    private String adoptLater() {
        var simulated = ofRuns(false);
        return simulated.isEmpty()
                ? "no-run-to-adopt"
                : adopt((UUID) any(simulated).get("id"));
    }

    private List<Map<String, Object>> ofRuns(boolean adopted) {
        return rows(
                "select id from allocation_run where scheme_id = ? and (adopted_by is not null) = ? order by made_at",
                UUID.fromString(scheme),
                adopted);
    }

    private String correct() {
        var adopted = ofRuns(true);
        if (adopted.isEmpty()) {
            return "no-run-to-correct";
        }
        var wrong = (UUID) any(adopted).get("id");
        var was = runs.get(wrong);
        var of = was.office() == null ? was : new Divided(isReformed ? south : was.office(), was.round());
        var body = body(of);
        body.put(
                "correction",
                Map.of(
                        "runId",
                        wrong,
                        "reason",
                        text("Feil ramme."),
                        "paidPart",
                        random.nextBoolean() ? "settle" : "claim"));
        var by = of.office() == null ? adviser() : maker(of.office());
        return said("correction-made", post(by, "/v1/allocation-runs", body))
                .map(id -> {
                    runs.put(UUID.fromString(id), of);
                    var adoption = adopt(UUID.fromString(id));
                    return "correcting " + adoption;
                })
                .orElse("correction-made");
    }

    /** What was awarded becomes framework grant of the next year, or what has become so is corrected. */
    private String incorporate() {
        if (framework.isEmpty()) {
            framework = schemeWithMoney("framework");
        }
        var model = Map.of(
                "kind",
                "incorporation",
                "fromSchemeId",
                scheme,
                "fromYear",
                2025,
                "weights",
                List.of(Map.of("indicator", "population-18-66", "weight", "1")),
                "guarantee",
                Map.of("variant", "state", "threshold", Integer.toString(1 + random.nextInt(400))));
        var run = new HashMap<>(run(framework, 2026, model));
        run.put("unit", 1);
        if (random.nextBoolean()) {
            var pot = Map.of("name", "alt", "budget", Map.of("amount", 1 + random.nextInt(12_000_000)), "model", model);
            run.put("pots", List.of(pot));
        }
        var adopted = rows(
                "select id from allocation_run where scheme_id = ? and adopted_by is not null order by made_at",
                UUID.fromString(framework));
        if (!adopted.isEmpty() && random.nextInt(6) > 0) {
            var wrong = random.nextInt(4) > 0 ? adopted.getLast() : any(adopted);
            run.put(
                    "correction",
                    Map.of(
                            "runId",
                            wrong.get("id"),
                            "reason",
                            text("Feil nøkkel."),
                            "paidPart",
                            random.nextInt(8) > 0 ? "settle" : "claim"));
        }
        return said("incorporation-made", post(adviser(), "/v1/allocation-runs", run))
                .map(id -> {
                    said(
                            "incorporation-adopted",
                            post(
                                    leader(),
                                    "/v1/allocation-runs/" + id + "/adoption",
                                    Map.of("confirmSuperseded", random.nextBoolean(), "confirmRepeated", true)));
                    return "incorporation-adopted";
                })
                .orElse("incorporation-made");
    }

    private String answer() {
        var award = anyAward("awarded");
        if (award.isEmpty()) {
            return "no-award-to-answer";
        }
        var id = award.get().get("id");
        var by = world.as(resident((UUID) award.get().get("municipality_id")));
        if (random.nextInt(5) == 0) {
            said(
                    "declined",
                    post(
                            by,
                            "/v1/awards/" + id + "/declination",
                            Map.of("declinedBy", "Kari Nordmann", "reason", "Vi rekker det ikke.")));
            return "declined";
        }
        said(
                "accepted",
                post(
                        by,
                        "/v1/awards/" + id + "/acceptance",
                        Map.of("accountNumber", "12345678903", "acceptedBy", "Kari Nordmann", "termsAccepted", true)));
        return "accepted";
    }

    private String timePasses() {
        world.itIs(clock.instant().plus(Duration.ofDays(1 + random.nextInt(15))));
        deliverLetters.look();
        lapseAwards.look();
        moveFrames.look();
        return "time-passes";
    }

    private String reserve() {
        var office = anyOffice();
        var list = maker(office)
                .get("/v1/calls/" + call + "/reserve-list")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var waiting = list.<String>getList("items.findAll { it.state == 'waiting' }.applicationId");
        if (waiting.isEmpty()) {
            return "nobody-on-the-list";
        }
        var chosen = random.nextInt(Math.min(3, waiting.size()));
        var passedOver = waiting.subList(0, random.nextInt(5) == 0 ? 0 : chosen).stream()
                .map(one -> Map.of("applicationId", one, "reason", "Kan ikke begynne i år."))
                .toList();
        said(
                        "offered",
                        post(
                                maker(office),
                                "/v1/calls/" + call + "/reserve-offers",
                                Map.of("applicationId", waiting.get(chosen), "passedOver", passedOver)))
                .ifPresent(id -> offers.add(UUID.fromString(id)));
        return "offered";
    }

    private String approveOffer() {
        if (offers.isEmpty()) {
            return "no-offer";
        }
        var offer = offers.remove(random.nextInt(offers.size()));
        if (random.nextInt(6) == 0) {
            said(
                    "offer-refused",
                    post(
                            decider(anyOffice()),
                            "/v1/reserve-offers/" + offer + "/refusal",
                            Map.of("reason", "Ikke nå.")));
            return "offer-refused";
        }
        return done("offer-approved", decider(anyOffice()), "/v1/reserve-offers/" + offer + "/approval");
    }

    private String order() {
        var award = anyAward("accepted");
        if (award.isEmpty()) {
            return "no-award-to-pay";
        }
        var office = officeWith(resident((UUID) award.get().get("municipality_id")));
        var amount = (long) award.get().get("amount");
        var body = Map.<String, Object>of(
                "awardId",
                award.get().get("id"),
                "amount",
                random.nextBoolean() ? amount : 1 + random.nextLong(amount),
                "dueOn",
                today().toString());
        var payment = said("ordered", post(maker(office), "/v1/payments", body));
        return payment.isPresent() && random.nextInt(4) > 0
                ? done("payment-approved", decider(office), "/v1/payments/" + payment.get() + "/approval")
                : "ordered";
    }

    private String bank() {
        var payments = rows("""
                select id, status from payment where scheme_id = ? and status in ('approved', 'confirmed') order by ordered_at
                """, UUID.fromString(scheme));
        if (payments.isEmpty()) {
            return "no-payment";
        }
        var payment = any(payments);
        var path = "/v1/payments/" + payment.get("id");
        var by = world.asPerson("bank", "administrator");
        if (payment.get("status").equals("confirmed")) {
            if (random.nextInt(3) > 0) {
                return "the-bank-is-content";
            }
            said("returned", post(by, path + "/return", Map.of("code", "AC04", "returnedOn", today().toString())));
            return "returned";
        }
        if (random.nextInt(5) == 0) {
            said(
                    "bank-refused",
                    post(by, path + "/rejection", Map.of("code", "AC01", "rejectedOn", today().toString())));
            return "bank-refused";
        }
        said("paid", post(by, path + "/confirmation", Map.of("paidOn", today().toString(), "reference", "B1")));
        return "paid";
    }

    /** Heard of reporting-service: what of the award is spent and what is not, or that it was otherwise. */
    private String report() {
        var paid = rows("""
                select p.award_id, a.municipality_id, a.municipality_number, sum(p.amount)::bigint as paid,
                    (select coalesce(sum(claimed), 0) from award_change c where c.award_id = a.id)::bigint as claimed
                from payment p join award a on a.id = p.award_id
                where p.scheme_id = ? and p.status = 'confirmed' group by a.id, p.award_id order by a.reference
                """, UUID.fromString(scheme));
        if (paid.isEmpty()) {
            return "nothing-to-report";
        }
        var one = any(paid);
        var award = (UUID) one.get("award_id");
        var received = Math.max(0, (long) one.get("paid") - (random.nextInt(6) == 0 ? 0 : (long) one.get("claimed")));
        var spent = random.nextLong(received + 1);
        var version = reports.merge(award, 1L, Long::sum);
        QuarkusTransaction.requiringNew()
                .run(() -> hearReport.hear(new HeardReport(
                        award,
                        version,
                        version == 1 ? HeardReport.Status.APPROVED : HeardReport.Status.CORRECTED,
                        new MunicipalityId((UUID) one.get("municipality_id")),
                        new MunicipalityNumber(one.get("municipality_number").toString()),
                        Year.of(2025),
                        LocalDate.of(2026, 3, 1),
                        Optional.of(clock.instant()),
                        Optional.of(clock.instant()),
                        List.of(new HeardReport.Account(
                                award,
                                Kroner.ZERO,
                                Kroner.of(received),
                                Kroner.of(spent),
                                Kroner.of(received - spent),
                                Kroner.ZERO)),
                        Optional.empty())));
        answered.merge("reported", 1, Integer::sum);
        return "reported";
    }

    private String revise() {
        var change = random.nextInt(-3_000_000, 1_000_000);
        var revision = post(
                adviser(),
                "/v1/appropriations/" + appropriation + "/revisions",
                Map.of("amount", APPROPRIATION + change, "reason", "RNB"));
        said("revised", revision);
        if (revision.extract().statusCode() != 201) {
            return "revised";
        }
        var id = revision.extract().<String>path("revisions[-1].id");
        return done(
                "revision-approved",
                leader(),
                "/v1/appropriations/" + appropriation + "/revisions/" + id + "/approval");
    }

    /** The north ceases tomorrow, and it becomes tomorrow. */
    private String reform() {
        if (isReformed) {
            return "reformed-already";
        }
        isReformed = true;
        exist(today().plusDays(1));
        world.itIs(clock.instant().plus(Duration.ofDays(1)));
        if (random.nextBoolean()) {
            moveFrames.look();
        }
        answered.merge("reform", 1, Integer::sum);
        return "reform";
    }

    private String withdraw() {
        var pending = rows(
                "select id from application where call_id = ? and status = 'submitted' order by reference",
                UUID.fromString(call));
        if (pending.isEmpty() || random.nextInt(4) > 0) {
            return "nobody-withdraws";
        }
        var id = (UUID) any(pending).get("id");
        said(
                "withdrawn",
                post(
                        world.as(holders.get(id)),
                        "/v1/applications/" + id + "/withdrawal",
                        Map.of("reason", "Vi har fått andre midler.")));
        return "withdrawn";
    }

    private String done(String what, RequestSpecification by, String path) {
        said(what, post(by, path, Map.of()));
        return what;
    }

    /** The identity of what was made; empty when it was refused. Nothing is a failure of ours. */
    private Optional<String> said(String what, ValidatableResponse answer) {
        var status = answer.extract().statusCode();
        var code = status < 400
                ? ""
                : " " + answer.extract().<String>path("type").replaceAll(".*[/:]", "")
                        + (status == 422 ? " " + answer.extract().path("errors.code") : "");
        answered.merge(what + " " + status + code, 1, Integer::sum);
        if (status >= 500) {
            throw new AssertionError(what + ": " + answer.extract().asString());
        }
        return status == 201 ? Optional.ofNullable(answer.extract().path("id")) : Optional.empty();
    }

    private Optional<Map<String, Object>> anyAward(String status) {
        var awards = rows("""
                select id, municipality_id, amount from award where scheme_id = ? and status = ? and amount > 0
                order by reference
                """, UUID.fromString(scheme), status);
        return awards.isEmpty() ? Optional.empty() : Optional.of(any(awards));
    }

    private Map<String, Object> any(List<Map<String, Object>> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Resident resident(UUID id) {
        return residents.stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private CountyGovernorOfficeId anyOffice() {
        return isReformed ? south : random.nextBoolean() ? north : south;
    }

    private CountyGovernorOfficeId officeOf(UUID application) {
        return officeWith(holders.get(application));
    }

    private CountyGovernorOfficeId officeWith(Resident one) {
        return !isReformed && one.number().county().equals(inNorth) ? north : south;
    }

    private RequestSpecification maker(@Nullable CountyGovernorOfficeId office) {
        return world.asCountyGovernor("maker-" + inNorth, counties(office));
    }

    private RequestSpecification decider(@Nullable CountyGovernorOfficeId office) {
        return world.asCountyGovernor("decider-" + inNorth, counties(office));
    }

    private String counties(@Nullable CountyGovernorOfficeId office) {
        return isReformed ? inSouth + "," + inNorth : north.equals(office) ? inNorth : inSouth;
    }

    protected LocalDate today() {
        return BusinessDates.today(clock);
    }

    protected Instant now() {
        return clock.instant();
    }
}
