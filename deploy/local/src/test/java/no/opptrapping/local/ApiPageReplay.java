package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The calls of the page about calling the API that go the whole way, run word for word by a shell, with the ports of the
 * system at hand. What the page shows of an answer must be in what the shell block before it printed; an ellipsis stands
 * for any text.
 */
final class ApiPageReplay {
    private static final Path PAGE = Path.of("../..", "deploy/docs/api.md");
    private static final String SECTION = "## From nothing to a report in ten minutes\n";
    private static final Pattern BLOCK = Pattern.compile("```(sh|json)\n(.*?)```", Pattern.DOTALL);
    private static final String MARK = "--- block ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiPageReplay() {}

    /** A shell block, and what the page shows of its last answer; empty if it shows nothing. */
    private record Step(String commands, List<JsonNode> shown) {}

    static void goesAsThePageSays(PortPlan ports, Path directory) throws IOException, InterruptedException {
        var steps = steps(section(Files.readString(PAGE)));
        assertThat(steps).hasSizeGreaterThan(5);
        assertThat(steps.stream().filter(step -> !step.shown().isEmpty())).hasSizeGreaterThan(5);
        var printed = run(steps, ports, directory);
        for (var i = 0; i < steps.size(); i++) {
            var answers = answers(printed.get(i));
            for (var shown : steps.get(i).shown()) {
                assertThat(answers)
                        .as("what the page shows, among the answers to\n"
                                + steps.get(i).commands())
                        .anyMatch(answer -> fits(shown, answer));
            }
        }
    }

    static String section(String page) {
        var from = page.indexOf(SECTION);
        assertThat(from).as(SECTION).isNotNegative();
        var next = page.indexOf("\n## ", from);
        return page.substring(from, next < 0 ? page.length() : next);
    }

    private static List<Step> steps(String section) throws IOException {
        var steps = new ArrayList<Step>();
        for (var block : BLOCK.matcher(section).results().toList()) {
            if (block.group(1).equals("sh")) {
                steps.add(new Step(block.group(2), new ArrayList<>()));
            } else {
                steps.getLast().shown().add(JSON.readTree(block.group(2)));
            }
        }
        return steps;
    }

    /** What each block printed, in one shell. */
    private static List<String> run(List<Step> steps, PortPlan ports, Path directory)
            throws IOException, InterruptedException {
        var script = steps.stream()
                .map(step -> "echo; echo '" + MARK + "'\n" + withPorts(step.commands(), ports))
                .collect(Collectors.joining("\n", "set -eu\n", ""));
        Files.createDirectories(directory);
        var output = directory.resolve("output");
        var shell = new ProcessBuilder("bash", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var hasEnded = shell.waitFor(2, TimeUnit.MINUTES);
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
        var text = Files.readString(output);
        assertThat(hasEnded && shell.exitValue() == 0).as(text).isTrue();
        return List.of(text.split("\n" + MARK + "\n", -1)).subList(1, steps.size() + 1);
    }

    private static String withPorts(String commands, PortPlan ports) {
        var defaults = new PortPlan(PortPlan.DEFAULT_BASE);
        var moved = commands.replace("localhost:" + defaults.issuer(), "localhost:" + ports.issuer());
        for (var service : Service.values()) {
            moved = moved.replaceAll("\\b" + defaults.of(service) + "\\b", Integer.toString(ports.of(service)));
        }
        return moved;
    }

    /** The JSON objects among what was printed. */
    private static List<JsonNode> answers(String printed) {
        var answers = new ArrayList<JsonNode>();
        var from = printed.indexOf('{');
        while (from >= 0) {
            try (var parser = JSON.createParser(printed.substring(from))) {
                answers.add(JSON.readTree(parser));
                from = printed.indexOf(
                        '{', from + (int) parser.currentLocation().getCharOffset());
            } catch (IOException e) {
                throw new UncheckedIOException(printed, e);
            }
        }
        return answers;
    }

    private static boolean fits(JsonNode shown, JsonNode answer) {
        if (shown.isObject()) {
            return shown.propertyStream().allMatch(member -> fits(member.getValue(), answer.path(member.getKey())));
        }
        if (shown.isArray()) {
            return answer.size() == shown.size()
                    && IntStream.range(0, shown.size()).allMatch(index -> fits(shown.get(index), answer.path(index)));
        }
        return shown.asText().equals("…") ? answer.isTextual() : shown.equals(answer);
    }
}
