package no.opptrapping.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import no.opptrapping.embedded.StartFailure;

/** What a data directory remembers about its scenario, so that the next start knows where the last one ended. */
final class RunState {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /** How far the scenario has come. */
    enum Stage {
        NOT_BEGUN,
        BEGUN,
        COMPLETED
    }

    private final Path file;
    private final Properties values = new Properties();

    private RunState(Path file) {
        this.file = file;
    }

    static RunState in(Path directory) {
        var state = new RunState(directory.resolve("state.properties"));
        if (Files.exists(state.file)) {
            try (InputStream in = Files.newInputStream(state.file)) {
                state.values.load(in);
            } catch (IOException e) {
                throw new StartFailure("Cannot read " + state.file + ": " + e.getMessage(), e);
            }
        }
        return state;
    }

    synchronized Stage stage() {
        return Stage.valueOf(values.getProperty("scenario", Stage.NOT_BEGUN.name()));
    }

    synchronized Optional<Story> story() {
        return Optional.ofNullable(values.getProperty("year")).map(year -> new Story(Year.parse(year), model()));
    }

    private GrantModel model() {
        return GrantModel.valueOf(values.getProperty("model", GrantModel.EARMARKED.name()));
    }

    /** The business time to start with: where the last run stopped, else the autumn before, when the budget is adopted. */
    synchronized Instant clock(Year year) {
        var kept = values.getProperty("clock");
        return kept != null
                ? Instant.parse(kept)
                : LocalDate.of(year.getValue() - 1, 12, 1)
                        .atTime(8, 0)
                        .atZone(OSLO)
                        .toInstant();
    }

    /** Whether the clock has been there, in this run or an earlier one: from there it only runs on. */
    synchronized boolean hasBeen(Instant instant, Year year) {
        return !instant.isAfter(clock(year));
    }

    synchronized void reached(Stage stage, Story story) {
        values.setProperty("scenario", stage.name());
        values.setProperty("year", story.year().toString());
        values.setProperty("model", story.model().name());
        save();
    }

    synchronized void clockIs(Instant instant) {
        values.setProperty("clock", instant.toString());
        save();
    }

    private void save() {
        var fresh = file.resolveSibling("state.new");
        try {
            try (var out = Files.newBufferedWriter(fresh)) {
                values.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
