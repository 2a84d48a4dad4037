package no.opptrapping.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The result and the addresses, as a person reads them. */
final class Printout {
    private final Terminal terminal;

    Printout(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Result result) {
        var figures = result.figures();
        terminal.print("");
        ResultFile.ILLUSTRATION.values().stream().sorted().forEach(terminal::print);
        terminal.print(new Result.Table(
                "The grant year " + figures.year() + " (kroner)",
                List.of("", "amount"),
                List.of(
                        List.of("appropriation", kroner(figures.appropriation())),
                        List.of("awarded", kroner(figures.awarded())),
                        List.of("undistributed", kroner(figures.undistributed())),
                        List.of("spent", kroner(figures.spent())),
                        List.of("unspent", kroner(figures.unspent())),
                        List.of("outstanding", kroner(figures.outstanding())))));
        var applications = figures.applications();
        var events = figures.events();
        terminal.print(new Result.Table(
                "How many",
                List.of("", "number"),
                List.of(
                        List.of("municipalities", kroner(figures.municipalities())),
                        List.of("applications submitted", kroner(applications.submitted())),
                        List.of("submissions refused", kroner(applications.refused())),
                        List.of("applications approved", kroner(applications.approved())),
                        List.of("applications rejected", kroner(applications.rejected())),
                        List.of("applications withdrawn", kroner(applications.withdrawn())),
                        List.of("events published", kroner(events.published())),
                        List.of("events consumed", kroner(events.consumed())),
                        List.of("events in dead letter topics", kroner(events.deadLettered())))));
        var framework = figures.framework();
        terminal.print(new Result.Table(
                "Into the framework grant " + (figures.year() + 1) + ", by an illustrative key",
                List.of("", "amount"),
                List.of(
                        List.of("before", kroner(framework.before())),
                        List.of("after", kroner(framework.after())),
                        List.of("municipalities compensated", kroner(framework.compensated())),
                        List.of("municipalities paying", kroner(framework.paying())),
                        List.of("sum of compensation", kroner(framework.sumOfCompensation())),
                        List.of("net of the guarantee", kroner(framework.netOfGuarantee())))));
        result.tables().forEach(terminal::print);
        if (!result.faults().isEmpty()) {
            terminal.print("");
            terminal.print("This does not add up:");
            result.faults().forEach(fault -> terminal.print("  " + fault));
        }
    }

    void printAddresses(World world, PortPlan ports, Optional<Path> resultFile) {
        var rows = new ArrayList<List<String>>();
        for (var service : Service.values()) {
            var address = world.address(service);
            rows.add(List.of(service.directory(), address + "/q/swagger-ui", address + "/q/health"));
        }
        terminal.print(new Result.Table("Where", List.of("service", "API documentation", "health"), rows));
        terminal.print("  tokens: http://127.0.0.1:" + ports.issuer() + "/maskinporten/token and /staff/token");
        terminal.print("  national result: " + world.address(Service.REPORTING) + "/v1/statistics/national?year="
                + world.year());
        resultFile.ifPresent(file -> terminal.print("  result as JSON: " + file.toAbsolutePath()));
        terminal.print("");
    }

    private static String kroner(long amount) {
        return String.format(java.util.Locale.ROOT, "%,d", amount).replace(',', ' ');
    }
}
