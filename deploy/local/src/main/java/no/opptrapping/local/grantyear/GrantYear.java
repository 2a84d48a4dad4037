package no.opptrapping.local.grantyear;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.local.GrantModel;
import no.opptrapping.local.Progress;
import no.opptrapping.local.Result;
import no.opptrapping.local.Scenario;
import no.opptrapping.local.Service;
import no.opptrapping.local.World;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** One krone's way: what {@code deploy/up} shows and the story test over all three services runs. */
public final class GrantYear implements Scenario {
    /** Draws the scenario's applications, assessments and reports. */
    static final long SEED = 76_562;

    private static final int FIRST_YEAR_OF_OFFICES = 2014;

    private static final Duration SETTLING = Duration.ofSeconds(60);

    private final Consumer<Answer> listener;

    public GrantYear() {
        this(_ -> {});
    }

    /** A year of which somebody hears every answer. */
    GrantYear(Consumer<Answer> listener) {
        this.listener = listener;
    }

    @Override
    public Result run(World world, Progress progress) {
        var stage = stage(world, progress, listener);
        stage.tell("step.year", world.year(), SEED);
        knowTheMunicipalities(stage);
        var prepared = new Preparation(stage).prepare();
        new ApplicationSeason(stage, prepared.callId())
                .run(new Applicants(stage.seed()).among(prepared.places().all()));
        new Casework(stage, prepared).run();
        new LastYear(stage, prepared.places(), prepared.schemeId()).reportAllButOne();
        var season = new AllocationSeason(stage, prepared);
        switch (stage.model()) {
            case EARMARKED -> season.run();
            case FRAMES -> new OfficeSeason(stage, prepared, season).run();
        }
        new Disbursement(stage, prepared).run();
        if (stage.model() == GrantModel.FRAMES) {
            new Frames(stage, prepared.schemeId()).awaitUnusedBack();
        }
        new ReportingSeason(stage, prepared).run(paidMunicipalities(stage, prepared));
        new Renewal(stage, prepared).run();
        var framework = new FrameworkStep(stage, prepared).run();
        new CallLeftOpen(stage).announce();
        settle(stage, prepared);
        return new YearResult(stage, prepared).read(framework.path("id").asText());
    }

    @Override
    public Result readBack(World world, Progress progress) {
        var stage = stage(world, progress, listener);
        var prepared = new Preparation(stage).known();
        return new YearResult(stage, prepared).read(new FrameworkStep(stage, prepared).known());
    }

    static Stage stage(World world, Progress progress, Consumer<Answer> listener) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        Api.Tokens tokens = who -> token(world, who);
        var language = world.texts().language();
        return new Stage(
                world.year().getValue(),
                world.model(),
                SEED,
                new Api(http, world.address(Service.MUNICIPALITY), tokens, language, listener),
                new Api(http, world.address(Service.GRANT), tokens, language, listener),
                new Api(http, world.address(Service.REPORTING), tokens, language, listener),
                world::setClock,
                progress,
                world.texts());
    }

    private static Optional<String> token(World world, Who who) {
        return switch (who) {
            case Who.Nobody nobody -> Optional.empty();
            case Who.Person person ->
                Optional.of(world.staffToken(person.name(), person.roles().toArray(String[]::new)));
            case Who.CountyGovernor office -> Optional.of(world.countyGovernorToken(office.name(), office.counties()));
            case Who.Municipality municipality ->
                Optional.of(world.organisationToken(
                        municipality.organisationNumber(),
                        "hdir:tilskudd/kommune.read",
                        "hdir:tilskudd/kommune.write"));
        };
    }

    /** The register's events have reached both other services, of which reporting-service does not hear of offices. */
    private static void knowTheMunicipalities(Stage stage) {
        var offices = offices(stage);
        Patience.until("the register of municipalities has reached the other services", () -> {
            var published = EventCounts.published(stage.municipalities());
            return published > 0
                    && EventCounts.isIdle(stage.municipalities())
                    && EventCounts.consumed(stage.grants()) >= published
                    && EventCounts.consumed(stage.reporting()) >= published - offices;
        });
    }

    /** How many offices of county governors there have been. */
    private static long offices(Stage stage) {
        return IntStream.rangeClosed(FIRST_YEAR_OF_OFFICES, stage.year() + 1)
                .mapToObj(year -> Office.on(LocalDate.of(year, 7, 1), stage))
                .flatMap(List::stream)
                .map(Office::id)
                .distinct()
                .count();
    }

    private static int paidMunicipalities(Stage stage, Prepared prepared) {
        var paid = new HashSet<String>();
        var path = "/v1/awards?year=" + stage.year() + "&schemeId=" + prepared.schemeId() + "&status=accepted";
        for (var award : stage.grants().all(Who.ADVISER, path)) {
            paid.add(award.path("recipient").path("number").asText());
        }
        return paid.size();
    }

    /**
     * All that was said has been heard: both services that count money have come to the same sums on their own. If they
     * do not, the result is read all the same and says which account is wrong.
     */
    private static void settle(Stage stage, Prepared prepared) {
        Patience.asLongAs(SETTLING, () -> {
            var query = "year=" + stage.year();
            var ledger = stage.grants()
                    .get(Who.CONTROLLER, "/v1/ledger/accounts?schemeId=" + prepared.schemeId() + "&" + query)
                    .expect(200);
            var total = stage.reporting()
                    .get(Who.NOBODY, "/v1/statistics/money?by=country&" + query)
                    .expect(200)
                    .path("total");
            return EventCounts.isIdle(stage.grants())
                    && EventCounts.isIdle(stage.reporting())
                    && Stream.of("awarded", "carriedIn", "spent", "unspent", "outstanding")
                            .allMatch(sum ->
                                    ledger.path(sum).asLong() == total.path(sum).asLong());
        });
    }
}
