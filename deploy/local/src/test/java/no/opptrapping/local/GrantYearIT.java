package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Year;
import no.opptrapping.local.Result.Figures;
import no.opptrapping.local.grantyear.DeclaredAnswers;
import no.opptrapping.local.grantyear.GrantYear;
import no.opptrapping.local.grantyear.RandomRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story over all three services: what {@code deploy/up --once} runs, undisturbed and with a service killed in it. */
class GrantYearIT {
    private static final Story STORY = new Story(Year.of(2025), GrantModel.EARMARKED);
    /** In the middle of the applications; in the middle of the acceptances. */
    private static final int[] KILL_AT_TOKENS = {200, 1_150};

    @TempDir
    Path directory;

    @Test
    void oneKroneTravelsTheWholeWayAndAServiceKilledOnTheWayLosesAndDoublesNothing() throws Exception {
        var undisturbed = played(directory.resolve("undisturbed"), new int[0]);
        assertThat(undisturbed.figures().municipalities()).isEqualTo(357);
        assertThat(undisturbed.figures().appropriation()).isEqualTo(483_400_000);
        assertThat(undisturbed.figures().applications().refused()).isGreaterThan(20);
        assertThat(undisturbed.figures().unspent()).isPositive();
        assertThat(undisturbed.figures().carriedIn()).isPositive();
        assertThat(undisturbed.figures().outstanding()).isPositive();

        var killed = played(directory.resolve("killed"), KILL_AT_TOKENS);
        assertThat(withoutEvents(killed.figures())).isEqualTo(withoutEvents(undisturbed.figures()));
        assertThat(killed.tables()).isEqualTo(undisturbed.tables());
    }

    /** Plays the year, kills grant-service at those calls, and then moves one krone in the ledger to see it found. */
    private static Result played(Path home, int[] killAt) throws Exception {
        var ports = new PortPlan(Integer.parseInt(UpIT.freeBase()));
        var data = DataDirectory.open(home);
        var texts = Texts.in(Language.EN);
        try (data;
                var infrastructure = Infrastructure.start(data.path(), ports, false, GrantYearIT::tell, texts);
                var system = new LocalSystem(
                        Installation.fromSystemProperty(),
                        data.path(),
                        ports,
                        STORY,
                        RunState.in(data.path()),
                        infrastructure,
                        texts)) {
            system.start(GrantYearIT::tell);
            var world = new KillingWorld(system, Service.GRANT, killAt);
            var answers = new DeclaredAnswers(world, Path.of("..", ".."));
            var result = answers.year().run(world, GrantYearIT::tell);
            assertThat(result.faults()).isEmpty();
            assertThat(answers.faults())
                    .as("answers that the API documents do not declare")
                    .isEmpty();
            assertThat(answers.operationsThatSucceeded()).isGreaterThan(30);
            assertThat(world.kills()).isEqualTo(killAt.length);
            if (killAt.length == 0) {
                answers.writeSamples(Path.of("target", "answers"));
                randomRunsAgree(world);
                oneKroneMovedIsFound(infrastructure, system);
            } else {
                // Where no random run has announced calls of its own.
                ApiPageReplay.goesAsThePageSays(ports, home.resolve("page"));
            }
            return result;
        }
    }

    /** Over every model and over structures with mergers and splits, to the krone. */
    private static void randomRunsAgree(World world) {
        var runs = Integer.getInteger("random.runs", 40);
        var seed = Long.getLong("random.seed", System.nanoTime());
        tell("random runs: -Drandom.runs=" + runs + " -Drandom.seed=" + seed);
        var counts = RandomRuns.check(world, runs, seed);
        tell("random runs that agree: " + counts);
        assertThat(counts.values().stream().mapToInt(count -> count).sum()).isEqualTo(runs);
        assertThat(counts.getOrDefault("refused", 0)).isLessThan(runs / 2);
    }

    private static void oneKroneMovedIsFound(Infrastructure infrastructure, World world) throws SQLException {
        moveOneKrone(infrastructure, "spent", "unspent");
        var result = new GrantYear().readBack(world, GrantYearIT::tell);
        assertThat(result.faults()).anySatisfy(fault -> assertThat(fault).contains("spent"));
    }

    private static void moveOneKrone(Infrastructure infrastructure, String from, String to) throws SQLException {
        var postgres = infrastructure.postgres();
        var database = Service.GRANT.database();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(database), "postgres", "");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Nobody else can: the ledger takes an entry only as its cause says it.
            statement.execute("set local session_replication_role = replica");
            statement.execute("""
                insert into ledger_entry (id, kind, scheme_id, year, award_id, source, lines, posted_by, posted_at)
                select gen_random_uuid(), 'reported', e.scheme_id, e.year, e.award_id, 'one krone moved', 2, 'test', now()
                from ledger_entry e join ledger_line l on l.entry_id = e.id
                where l.account = '%s' and l.amount > 0 and e.year = %d order by e.number limit 1\
                """.formatted(from, STORY.year().getValue()));
            statement.execute("""
                insert into ledger_line (entry_id, account, amount)
                select id, account, amount from ledger_entry,
                    (values ('%s', -1), ('%s', 1)) as line (account, amount)
                where source = 'one krone moved'\
                """.formatted(from, to));
            connection.commit();
        }
    }

    private static Figures withoutEvents(Figures figures) {
        return new Figures(
                figures.year(),
                figures.municipalities(),
                figures.applications(),
                figures.appropriation(),
                figures.awarded(),
                figures.undistributed(),
                figures.carriedIn(),
                figures.spent(),
                figures.unspent(),
                figures.outstanding(),
                figures.framework(),
                new Result.Events(0, 0, 0));
    }

    private static void tell(String line) {
        System.out.println(line);
    }
}
