package no.opptrapping.local;

import java.nio.file.Path;
import java.time.Year;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The command line of {@code deploy/up}. */
@Command(
        name = "deploy/up",
        sortOptions = false,
        description = {
            "Builds what is not built, starts a database, a broker, an issuer and the three services, plays a grant year,"
                    + " prints its result and serves until Ctrl-C."
        })
final class Options {
    @Option(names = "--once", description = "Stop after the result; the exit code is 0 only if everything adds up.")
    private boolean once;

    @Option(names = "--result", paramLabel = "FILE", description = "Also write the result to FILE, as JSON.")
    private @Nullable Path result;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep databases, topics and logs in DIR between runs.")
    private @Nullable Path data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "The first port, default " + PortPlan.DEFAULT_BASE
                    + ": issuer N, services N+1 to N+3, PostgreSQL N+10, Kafka N+11 and N+12.")
    private int portBase = PortPlan.DEFAULT_BASE;

    @Option(
            names = "--infrastructure",
            description = "Start only database, broker and issuer, for services that are run by hand.")
    private boolean infrastructure;

    @Option(names = "--year", paramLabel = "Y", description = "The budget year of the grant year, default 2025.")
    private int year = 2025;

    @Option(
            names = "--model",
            paramLabel = "earmarked|frames",
            converter = ModelWord.class,
            description = {
                "Who decides on the applications: the Directorate (earmarked, the default), or county governors' offices"
                        + " within frames."
            })
    private GrantModel model = GrantModel.EARMARKED;

    @Option(
            names = "--language",
            paramLabel = "nb|nn|en",
            converter = LanguageTag.class,
            description = "The language of what is said, default that of the terminal (LANG) or English.")
    private Language language = Language.ofTerminal(System.getenv());

    @Option(names = "--help", usageHelp = true, description = "Show this and stop.")
    private boolean help;

    boolean once() {
        return once;
    }

    Optional<Path> result() {
        return Optional.ofNullable(result);
    }

    @Nullable
    Path data() {
        return data;
    }

    PortPlan ports() {
        return new PortPlan(portBase);
    }

    boolean infrastructureOnly() {
        return infrastructure;
    }

    Story story() {
        return new Story(Year.of(year), model);
    }

    Language language() {
        return language;
    }

    boolean help() {
        return help;
    }

    /** Reads the word for a model. */
    private static final class ModelWord implements ITypeConverter<GrantModel> {
        @Override
        public GrantModel convert(String word) {
            return GrantModel.of(word)
                    .orElseThrow(
                            () -> new TypeConversionException("There is earmarked and frames, not '" + word + "'."));
        }
    }

    /** Reads the tag of a language. */
    private static final class LanguageTag implements ITypeConverter<Language> {
        @Override
        public Language convert(String tag) {
            return Language.of(tag)
                    .orElseThrow(() -> new TypeConversionException("There is nb, nn and en, not '" + tag + "'."));
        }
    }
}
