package no.opptrapping.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The result and the addresses, as a person reads them. */
final class Printout {
    private final Terminal terminal;
    private final Texts texts;

    Printout(Terminal terminal, Texts texts) {
        this.terminal = terminal;
        this.texts = texts;
    }

    /** A row of a table of sums: the text of its name and its figure. */
    private record Sum(String code, long figure) {}

    void print(Result result) {
        var figures = result.figures();
        terminal.print("");
        terminal.print(texts.text("illustration"));
        sums(
                texts.text("year", figures.year()),
                "amount",
                new Sum("appropriation", figures.appropriation()),
                new Sum("awarded", figures.awarded()),
                new Sum("undistributed", figures.undistributed()),
                new Sum("carried-in", figures.carriedIn()),
                new Sum("spent", figures.spent()),
                new Sum("unspent", figures.unspent()),
                new Sum("outstanding", figures.outstanding()));
        var applications = figures.applications();
        var events = figures.events();
        sums(
                texts.text("how-many"),
                "number",
                new Sum("municipalities", figures.municipalities()),
                new Sum("applications.submitted", applications.submitted()),
                new Sum("applications.refused", applications.refused()),
                new Sum("applications.approved", applications.approved()),
                new Sum("applications.rejected", applications.rejected()),
                new Sum("applications.withdrawn", applications.withdrawn()),
                new Sum("events.published", events.published()),
                new Sum("events.consumed", events.consumed()),
                new Sum("events.dead-lettered", events.deadLettered()));
        var framework = figures.framework();
        sums(
                texts.text("framework", figures.year() + 1),
                "amount",
                new Sum("framework.before", framework.before()),
                new Sum("framework.after", framework.after()),
                new Sum("framework.compensated", framework.compensated()),
                new Sum("framework.paying", framework.paying()),
                new Sum("framework.compensation", framework.sumOfCompensation()),
                new Sum("framework.net", framework.netOfGuarantee()));
        result.tables().forEach(terminal::print);
        if (!result.faults().isEmpty()) {
            terminal.print("");
            terminal.print(texts.text("faults"));
            result.faults().forEach(fault -> terminal.print("  " + fault));
        }
    }

    private void sums(String title, String unit, Sum... sums) {
        terminal.print(new Result.Table(
                title,
                List.of("", texts.text(unit)),
                Arrays.stream(sums)
                        .map(sum -> List.of(texts.text(sum.code()), texts.number(sum.figure())))
                        .toList()));
    }

    void printAddresses(World world, PortPlan ports, Optional<Path> resultFile) {
        var rows = new ArrayList<List<String>>();
        for (var service : Service.values()) {
            var address = world.address(service);
            rows.add(List.of(service.directory(), address + "/q/swagger-ui", address + "/q/health"));
        }
        terminal.print(new Result.Table(
                texts.text("where"),
                List.of(texts.text("where.service"), texts.text("where.documentation"), texts.text("where.health")),
                rows));
        terminal.print("  " + texts.text("where.tokens", "http://127.0.0.1:" + ports.issuer()));
        terminal.print("  "
                + texts.text(
                        "where.national",
                        world.address(Service.REPORTING) + "/v1/statistics/national?year=" + world.year()));
        terminal.print("  " + texts.text("where.left-open", "deploy/docs/api.md"));
        resultFile.ifPresent(file -> terminal.print("  " + texts.text("where.result", file.toAbsolutePath())));
        terminal.print("");
    }
}
