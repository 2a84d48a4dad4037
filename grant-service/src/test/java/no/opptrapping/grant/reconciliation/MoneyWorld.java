package no.opptrapping.grant.reconciliation;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.awards.AdoptedAllocation;
import no.opptrapping.grant.awards.AdoptedAmount;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.known.HeardMunicipalities;
import no.opptrapping.grant.known.HeardOffice;
import no.opptrapping.grant.known.HeardOffices;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.testing.Requests;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Municipalities, schemes and tokens for the tests of the money, each test with a scheme of its own. */
@ApplicationScoped
class MoneyWorld {
    static final Year YEAR = Year.of(2025);
    static final String ACCOUNT = "86011117947";
    private static final AtomicInteger NEXT = new AtomicInteger();
    /** Counties that no test names: a hundred numbers each. */
    private static final List<String> ANYWHERE = List.of("99", "88", "87", "86");

    private static final AtomicInteger SOMEWHERE = new AtomicInteger();
    private static final Map<String, AtomicInteger> IN_COUNTY = new ConcurrentHashMap<>();
    private static final AtomicInteger SCHEMES = new AtomicInteger();

    private final HeardMunicipalities heard;
    private final HeardOffices offices;
    private final MakeAwards makeAwards;
    private final Clock clock;
    private final String issuer;
    private final String database;
    private final String owner;
    private final String ownerPassword;

    MoneyWorld(
            HeardMunicipalities heard,
            HeardOffices offices,
            MakeAwards makeAwards,
            Clock clock,
            @ConfigProperty(name = "opptrapping.issuer") String issuer,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
            @ConfigProperty(name = "opptrapping.database.owner-role") String owner,
            @ConfigProperty(name = "opptrapping.database.owner-password") String ownerPassword) {
        this.heard = heard;
        this.offices = offices;
        this.makeAwards = makeAwards;
        this.clock = clock;
        this.issuer = issuer;
        this.database = database;
        this.owner = owner;
        this.ownerPassword = ownerPassword;
    }

    record Municipality(MunicipalityId id, MunicipalityNumber number, Optional<OrganisationNumber> organisation) {}

    Municipality municipality(boolean canSignIn) {
        return municipality(ANYWHERE.get(SOMEWHERE.getAndIncrement() / 100), canSignIn);
    }

    /** A municipality in the county, which has no other test's municipalities. */
    Municipality municipality(String county, boolean canSignIn) {
        var index = NEXT.incrementAndGet();
        var inCounty =
                IN_COUNTY.computeIfAbsent(county, _ -> new AtomicInteger()).getAndIncrement();
        var number = new MunicipalityNumber("%s%02d".formatted(county, inCounty));
        var id = new MunicipalityId(UUID.randomUUID());
        var organisation = canSignIn ? Optional.of(organisation(index)) : Optional.<OrganisationNumber>empty();
        QuarkusTransaction.requiringNew()
                .run(() -> heard.keep(new HeardMunicipality(
                        id,
                        null,
                        List.of(new HeardMunicipality.Version(
                                number, "Prøve " + index, LocalDate.of(2000, 1, 1), null)),
                        List.of(),
                        organisation.stream()
                                .map(one -> new HeardMunicipality.HeldNumber(one, LocalDate.of(2000, 1, 1), null))
                                .toList())));
        return new Municipality(id, number, organisation);
    }

    /** From the day on, the one municipality is part of the other. */
    void merge(Municipality ceased, Municipality into, LocalDate on) {
        QuarkusTransaction.requiringNew()
                .run(() -> heard.keep(new HeardMunicipality(
                        ceased.id(),
                        on,
                        List.of(new HeardMunicipality.Version(ceased.number(), "Før", LocalDate.of(2000, 1, 1), on)),
                        List.of(new HeardMunicipality.Successor(into.id(), on, BigDecimal.ONE, true)),
                        List.of())));
    }

    private static OrganisationNumber organisation(int index) {
        return IntStream.range(0, 20)
                .mapToObj(offset -> OrganisationNumber.parse("%09d".formatted(810_000_000 + index * 1000 + offset)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    SchemeId scheme(String kind) {
        return inForce(draftedScheme(kind));
    }

    private SchemeId inForce(String id) {
        as("dina", "decision-maker")
                .body(Map.of())
                .post("/v1/schemes/" + id + "/versions/1/entry-into-force")
                .then()
                .statusCode(201);
        return new SchemeId(UUID.fromString(id));
    }

    private String draftedScheme(String kind) {
        var code = "prove-" + SCHEMES.incrementAndGet();
        var text = Map.of("nb", code, "nn", code, "en", code);
        return as("ada", "adviser")
                .body(Map.of(
                        "code",
                        code,
                        "name",
                        text,
                        "purpose",
                        text,
                        "kind",
                        kind,
                        "chapter",
                        "765",
                        "item",
                        "62",
                        "reporting",
                        Map.of(
                                "opens",
                                "--01-15",
                                "due",
                                "--03-01",
                                "form",
                                "is-24-8",
                                "simpleBelow",
                                200_000,
                                "auditorThreshold",
                                500_000),
                        "contact",
                        Map.of("name", "Tilskudd", "email", "t@example.no", "phone", "22000000")))
                .post("/v1/schemes")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
    }

    /** A scheme that the county governors decide in. */
    SchemeId delegatedScheme() {
        var id = draftedScheme("earmarked");
        var rules = new LinkedHashMap<>(Requests.rules(28));
        rules.put("decidedBy", "county-governors");
        as("ada", "adviser")
                .header("If-Match", "\"1\"")
                .body(rules)
                .put("/v1/schemes/" + id + "/versions/1")
                .then()
                .statusCode(200);
        return inForce(id);
    }

    /** A scheme whose rules carry money over so. */
    SchemeId carrying(int freePercent, boolean byApplication) {
        return carrying(freePercent, byApplication, false);
    }

    /** The same, and whether what was carried over once can be carried over again. */
    SchemeId carrying(int freePercent, boolean byApplication, boolean again) {
        return ruledBy(Map.of(
                "carryOver", Map.of("freePercent", freePercent, "byApplication", byApplication, "again", again)));
    }

    /** A scheme with these rules, and else the usual ones. */
    SchemeId ruledBy(Map<String, Object> some) {
        var id = draftedScheme("earmarked");
        var rules = new LinkedHashMap<>(Requests.rules(28));
        rules.putAll(some);
        as("ada", "adviser")
                .header("If-Match", "\"1\"")
                .body(rules)
                .put("/v1/schemes/" + id + "/versions/1")
                .then()
                .statusCode(200);
        return inForce(id);
    }

    /** An office of a county governor that has the county until it ceases, if it does. */
    CountyGovernorOfficeId office(
            String name,
            List<String> counties,
            Optional<LocalDate> ceasedOn,
            Optional<CountyGovernorOfficeId> successor) {
        var id = new CountyGovernorOfficeId(UUID.randomUUID());
        office(id, name, counties, ceasedOn, successor);
        return id;
    }

    void office(
            CountyGovernorOfficeId id,
            String name,
            List<String> counties,
            Optional<LocalDate> ceasedOn,
            Optional<CountyGovernorOfficeId> successor) {
        QuarkusTransaction.requiringNew()
                .run(() -> offices.keep(new HeardOffice(
                        id,
                        null,
                        List.of(new HeardOffice.Version(name, counties, null, ceasedOn.orElse(null))),
                        ceasedOn.orElse(null),
                        successor.orElse(null))));
    }

    /** Awards that an office decides, of its frame. */
    MakeAwards.Outcome award(SchemeId scheme, CountyGovernorOfficeId office, Map<Municipality, Long> amounts) {
        return made(scheme, 1, YEAR, amounts(amounts), Optional.of(office));
    }

    /** Has the scheme's second version, which awards can be made under, pay so. */
    void pays(SchemeId scheme, Map<String, Object> payments) {
        var rules = new LinkedHashMap<>(Requests.rules(28));
        rules.put("payments", payments);
        as("ada", "adviser")
                .body(rules)
                .post("/v1/schemes/" + scheme + "/versions")
                .then()
                .statusCode(201);
        as("dina", "decision-maker")
                .body(Map.of(
                        "inForceFrom", BusinessDates.today(clock).plusDays(1).toString()))
                .post("/v1/schemes/" + scheme + "/versions/2/entry-into-force")
                .then()
                .statusCode(201);
    }

    void appropriate(SchemeId scheme, long amount) {
        appropriate(scheme, YEAR, amount);
    }

    void appropriate(SchemeId scheme, Year year, long amount) {
        var id = as("ada", "adviser")
                .body(Map.of(
                        "schemeId",
                        scheme.toString(),
                        "year",
                        year.getValue(),
                        "amount",
                        amount,
                        "source",
                        "Prop. 1 S"))
                .post("/v1/appropriations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        as("dina", "decision-maker")
                .post("/v1/appropriations/" + id + "/approval")
                .then()
                .statusCode(201);
    }

    MakeAwards.Outcome award(SchemeId scheme, Map<Municipality, Long> amounts) {
        return award(scheme, YEAR, amounts);
    }

    MakeAwards.Outcome award(SchemeId scheme, Year year, Map<Municipality, Long> amounts) {
        return award(scheme, 1, year, amounts);
    }

    MakeAwards.Outcome award(SchemeId scheme, int version, Year year, Map<Municipality, Long> amounts) {
        return made(scheme, version, year, amounts(amounts), Optional.empty());
    }

    private static List<AdoptedAmount> amounts(Map<Municipality, Long> amounts) {
        return amounts.entrySet().stream()
                .map(entry -> new AdoptedAmount(
                        entry.getKey().id(),
                        entry.getKey().number(),
                        Optional.empty(),
                        Optional.empty(),
                        Kroner.of(entry.getValue()),
                        List.of()))
                .toList();
    }

    private MakeAwards.Outcome made(
            SchemeId scheme,
            int version,
            Year year,
            List<AdoptedAmount> amounts,
            Optional<CountyGovernorOfficeId> office) {
        return QuarkusTransaction.requiringNew()
                .call(() -> makeAwards.from(new AdoptedAllocation(
                        UUID.randomUUID(),
                        scheme,
                        version,
                        year,
                        LocalDate.of(year.getValue(), 1, 1),
                        "dina",
                        clock.instant(),
                        amounts,
                        office)));
    }

    /** One award of the year to the host, that the municipalities share as they are to have it. */
    MakeAwards.Outcome shared(SchemeId scheme, Municipality host, Map<Municipality, Long> shares) {
        var participants = shares.entrySet().stream()
                .map(entry ->
                        new ParticipantShare(entry.getKey().id(), entry.getKey().number(), Kroner.of(entry.getValue())))
                .toList();
        return made(
                scheme,
                1,
                YEAR,
                List.of(new AdoptedAmount(
                        host.id(),
                        host.number(),
                        Optional.empty(),
                        Optional.empty(),
                        Kroner.sum(participants.stream()
                                .map(ParticipantShare::share)
                                .toList()),
                        participants)),
                Optional.empty());
    }

    String awarded(SchemeId scheme, Year year, Municipality to, long amount) {
        appropriate(scheme, year, amount);
        award(scheme, year, Map.of(to, amount));
        return as("kari", "controller")
                .get("/v1/awards?year=" + year + "&schemeId=" + scheme)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    void accept(Municipality by, String award, int status) {
        as(by).body(Map.of("accountNumber", ACCOUNT, "acceptedBy", "Rådmannen", "termsAccepted", true))
                .post("/v1/awards/" + award + "/acceptance")
                .then()
                .statusCode(status);
    }

    /** Somebody at the county governor's office of the county. */
    RequestSpecification asCountyGovernor(String county) {
        return asCountyGovernor("stein", county);
    }

    RequestSpecification asCountyGovernor(String person, String county) {
        return request(given().formParams(
                        "grant_type", "password", "username", person, "roles", "county-governor", "county", county)
                .post(issuer + "/staff/token")
                .path("access_token"));
    }

    RequestSpecification as(String person, String... roles) {
        return request(
                given().formParams("grant_type", "password", "username", person, "roles", String.join(",", roles))
                        .post(issuer + "/staff/token")
                        .path("access_token"));
    }

    RequestSpecification as(Municipality municipality) {
        return request(given().formParams(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "test",
                        "client_secret",
                        "local",
                        "scope",
                        "hdir:tilskudd/kommune.read hdir:tilskudd/kommune.write",
                        "consumer_org",
                        municipality.organisation().orElseThrow().value())
                .post(issuer + "/maskinporten/token")
                .path("access_token"));
    }

    private static RequestSpecification request(String token) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** A connection as the owner of the tables, for trying to break them. */
    Connection owner() throws SQLException {
        var connection = DriverManager.getConnection(database, owner, ownerPassword);
        connection.setAutoCommit(false);
        return connection;
    }
}
