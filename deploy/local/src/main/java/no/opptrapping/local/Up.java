package no.opptrapping.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import no.opptrapping.embedded.StartFailure;
import picocli.CommandLine;

/** Starts the system, plays the scenario, shows the result and serves until it is told to stop. */
public final class Up {
    private static final int FAULTS = 1;

    private final Options options;
    private final Terminal terminal;
    private final Texts texts;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private volatile boolean hasEnded;
    private volatile boolean isToldToStop;

    private Up(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
        this.texts = Texts.in(options.language());
    }

    /** Exits with 0 when all is well, 1 with the reason when something is wrong, 2 for an unknown option. */
    public static void main(String[] arguments) {
        var options = new Options();
        var commandLine = new CommandLine(options);
        try {
            commandLine.parseArgs(arguments);
        } catch (CommandLine.ParameterException e) {
            System.err.println(e.getMessage());
            commandLine.usage(System.err);
            System.exit(commandLine.getCommandSpec().exitCodeOnInvalidInput());
        }
        if (options.help()) {
            commandLine.usage(System.out);
            return;
        }
        var up = new Up(options, new Terminal(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(up::closeAll, "stop"));
        System.exit(up.runAndExplain());
    }

    private int runAndExplain() {
        try {
            return run();
        } catch (StartFailure | ScenarioFailure e) {
            explain(() -> System.err.println(e.getMessage()));
            return FAULTS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAULTS;
        } catch (RuntimeException e) {
            explain(e::printStackTrace);
            return FAULTS;
        } finally {
            hasEnded = true;
        }
    }

    /** What fails because everything is being stopped needs no words. */
    private void explain(Runnable words) {
        if (!isToldToStop) {
            words.run();
        }
    }

    private int run() throws InterruptedException {
        var ports = options.ports();
        var installation = Installation.fromSystemProperty();
        var directory = open(DataDirectory.open(options.data()));
        ports.requireFree(!options.infrastructureOnly());
        var state = prepare(directory);
        terminal.say(texts.text("step.infrastructure", directory.path()));
        var infrastructure = open(Infrastructure.start(directory.path(), ports, directory.isKept(), terminal, texts));
        if (options.infrastructureOnly()) {
            describeInfrastructure(new ServiceEnvironment(infrastructure, ports), directory, state);
            return serve();
        }
        var system = open(
                new LocalSystem(installation, directory.path(), ports, options.story(), state, infrastructure, texts));
        terminal.say(texts.text("step.services"));
        system.start(terminal);
        var result = play(system, state);
        show(system, result);
        if (options.once()) {
            return result.faults().isEmpty() ? 0 : FAULTS;
        }
        system.keepAlive(terminal);
        return serve();
    }

    private RunState prepare(DataDirectory directory) {
        var state = RunState.in(directory.path());
        if (options.infrastructureOnly()) {
            return state;
        }
        var kept = state.story();
        if (kept.isPresent() && !kept.get().equals(options.story())) {
            throw new StartFailure(directory.path() + " holds another grant year: use "
                    + kept.get().options() + " or another directory.");
        }
        return state;
    }

    private Result play(LocalSystem system, RunState state) {
        var scenario = ServiceLoader.load(Scenario.class)
                .findFirst()
                .orElseThrow(() -> new StartFailure("There is no scenario on the class path."));
        var story = options.story();
        var year = story.year();
        switch (state.stage()) {
            case COMPLETED -> {
                terminal.say(texts.text("step.played", year));
                return scenario.readBack(system, terminal);
            }
            case BEGUN -> terminal.say(texts.text("step.goes-on", year));
            case NOT_BEGUN -> state.reached(RunState.Stage.BEGUN, story);
        }
        var result = scenario.run(system, terminal);
        state.reached(RunState.Stage.COMPLETED, story);
        return result;
    }

    private void show(LocalSystem system, Result result) {
        var printout = new Printout(terminal, texts);
        printout.print(result);
        options.result().ifPresent(file -> ResultFile.write(file, result, terminal.elapsed()));
        printout.printAddresses(system, options.ports(), options.result());
    }

    private void describeInfrastructure(ServiceEnvironment environment, DataDirectory directory, RunState state) {
        terminal.print(texts.text("live-reload"));
        for (var service : Service.values()) {
            var file = environment.write(service, state.clock(options.story().year()), directory.path());
            terminal.print("  (set -a; . " + file + "; ./mvnw quarkus:dev -pl " + service.directory() + " -am)");
        }
    }

    private int serve() throws InterruptedException {
        terminal.print(texts.text("serving"));
        new CountDownLatch(1).await();
        return 0;
    }

    private <T extends AutoCloseable> T open(T part) {
        synchronized (opened) {
            opened.push(part);
        }
        return part;
    }

    private void closeAll() {
        if (!hasEnded) {
            isToldToStop = true;
            terminal.say(texts.text("step.stopping"));
        }
        synchronized (opened) {
            while (!opened.isEmpty()) {
                try {
                    opened.pop().close();
                } catch (Exception e) {
                    System.err.println("Could not stop everything: " + e.getMessage());
                }
            }
        }
    }
}
