package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point to is there, also after files have moved. */
class DocumentLinksTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z0-9][A-Za-z0-9]*)`");
    private static final Pattern TYPE = Pattern.compile("(?:class|record|interface|enum) ([A-Z]\\w+)");
    /** Java's own, and what stands for whatever somebody adds. */
    private static final Set<String> NOT_HERE = Set.of("Clock", "ThingV1", "ThingV1Test");

    @Test
    void everyLinkToAFileLeadsToOne() throws IOException {
        var all = documents();
        assertThat(all)
                .contains(
                        ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md"), ROOT.resolve("platform/README.md"))
                .contains(ROOT.resolve("deploy/docs/tour.md"), ROOT.resolve("grant-service/README.md"));
        assertThat(all.stream().flatMap(document -> deadLinks(document).stream()))
                .isEmpty();
    }

    @Test
    void everyTypeThatARecipeNamesIsThere() throws IOException {
        var types = new TreeSet<>(NOT_HERE);
        try (var files = Files.walk(ROOT)) {
            for (var source : files.filter(DocumentLinksTest::isSource).toList()) {
                TYPE.matcher(Files.readString(source)).results().forEach(type -> types.add(type.group(1)));
            }
        }
        var named = NAMED.matcher(Files.readString(ROOT.resolve("CONTRIBUTING.md")))
                .results()
                .map(name -> name.group(1))
                .toList();
        assertThat(named).hasSizeGreaterThan(30).isSubsetOf(types);
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") && !file.toString().contains("/target/");
    }

    /** Those of the whole project: at its top, of each module, and all beneath deploy. */
    private static List<Path> documents() throws IOException {
        try (var top = Files.walk(ROOT, 2);
                var deploy = Files.walk(ROOT.resolve("deploy"))) {
            return Stream.concat(top, deploy)
                    .filter(DocumentLinksTest::isWritten)
                    .distinct()
                    .toList();
        }
    }

    private static boolean isWritten(Path file) {
        return file.toString().endsWith(".md") && !file.toString().matches(".*/(target|node_modules)/.*");
    }

    private static List<String> deadLinks(Path document) {
        try {
            return LINK.matcher(Files.readString(document))
                    .results()
                    .map(MatchResult::group)
                    .map(link -> link.substring(2))
                    .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                    .filter(link -> !Files.exists(document.resolveSibling(link)))
                    .map(link -> ROOT.relativize(document) + " points to " + link)
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(document + " cannot be read", unreadable);
        }
    }
}
