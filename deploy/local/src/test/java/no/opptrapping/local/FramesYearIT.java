package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Year;
import no.opptrapping.local.grantyear.DeclaredAnswers;
import no.opptrapping.local.grantyear.GrantYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The year that {@code deploy/up --model frames} plays: county governors decide within frames. */
class FramesYearIT {
    private static final int OFFICES = 10;

    private static final Story STORY = new Story(Year.of(2025), GrantModel.FRAMES);

    @TempDir
    Path directory;

    @Test
    void tenOfficesDecideInTwoRoundsAndTheYearBalancesPerOfficeAndInTotal() throws Exception {
        var texts = Texts.in(Language.NN);
        var ports = new PortPlan(Integer.parseInt(UpIT.freeBase()));
        try (var data = DataDirectory.open(directory.resolve("frames"));
                var infrastructure = Infrastructure.start(data.path(), ports, false, FramesYearIT::tell, texts);
                var system = new LocalSystem(
                        Installation.fromSystemProperty(),
                        data.path(),
                        ports,
                        STORY,
                        RunState.in(data.path()),
                        infrastructure,
                        texts)) {
            system.start(FramesYearIT::tell);
            var answers = new DeclaredAnswers(system, Path.of("..", ".."));
            var result = answers.year().run(system, FramesYearIT::tell);

            assertThat(result.faults()).isEmpty();
            assertThat(answers.faults())
                    .as("answers that the API documents do not declare")
                    .isEmpty();
            assertThat(result.tables().getFirst().title()).isEqualTo(texts.text("frames"));
            assertThat(result.tables().getFirst().rows()).hasSize(OFFICES);
            assertThat(result.figures().applications().rejected()).isPositive();
            var again = new GrantYear().readBack(system, FramesYearIT::tell);
            assertThat(again.tables()).isEqualTo(result.tables());
        }
    }

    private static void tell(String line) {
        System.out.println(line);
    }
}
