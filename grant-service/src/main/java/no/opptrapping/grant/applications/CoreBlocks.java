package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.grant.applications.ApplicationContent.BudgetLine;
import no.opptrapping.grant.applications.ApplicationContent.MeasureLine;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.grant.applications.ApplicationContent.PositionLine;
import no.opptrapping.grant.forms.CoreQuestions;
import no.opptrapping.grant.pages.FormBlock;
import no.opptrapping.grant.pages.FormBlock.Entry;
import no.opptrapping.grant.pages.PageText;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** The typed core of an application as it stands on a page, blank or filled in. */
@ApplicationScoped
public class CoreBlocks implements CoreQuestions {
    private static final int LINES = 4;

    @Override
    public List<FormBlock> blank(PageText text) {
        return List.of(
                block(text, "contact", blank(text, "name"), blank(text, "email"), blank(text, "phone")),
                lines(text, "measures", "measure-line"),
                lines(text, "positions", "position-line"),
                lines(text, "budget", "budget-line"),
                block(text, "money", blank(text, "asked"), blank(text, "own-share"), blank(text, "smallest-useful")),
                lines(text, "participants", "participant-line"),
                block(text, "commitment", choice(text)));
    }

    private static Entry choice(PageText text) {
        return new Entry(
                text.of("application.page.commits"),
                "",
                List.of(),
                List.of(text.of("form.page.yes"), text.of("form.page.no")));
    }

    private static FormBlock lines(PageText text, String block, String line) {
        return new FormBlock(
                text.of("application.page." + block),
                text.of("application.page." + line),
                Stream.iterate(1, number -> number <= LINES, number -> number + 1)
                        .map(number -> Entry.blank(text.of("application.page.line", "number", number)))
                        .toList());
    }

    /** What an application says. */
    public List<FormBlock> filled(ApplicationContent content, PageText text) {
        var contact = Optional.ofNullable(content.contact());
        return List.of(
                block(
                        text,
                        "contact",
                        said(
                                text,
                                "name",
                                contact.map(ApplicationContent.ContactPerson::name)
                                        .orElse(null)),
                        said(
                                text,
                                "email",
                                contact.map(ApplicationContent.ContactPerson::email)
                                        .orElse(null)),
                        said(
                                text,
                                "phone",
                                contact.map(ApplicationContent.ContactPerson::phone)
                                        .orElse(null))),
                FormBlock.of(
                        text.of("application.page.measures"),
                        content.measures().stream()
                                .map(line -> measure(text, line))
                                .toList()),
                FormBlock.of(
                        text.of("application.page.positions"),
                        content.positions().stream()
                                .map(line -> position(text, line))
                                .toList()),
                FormBlock.of(
                        text.of("application.page.budget"),
                        content.budgetLines().stream()
                                .map(line -> budget(text, line))
                                .toList()),
                block(
                        text,
                        "money",
                        said(text, "asked", kroner(text, content.asked())),
                        said(text, "own-share", kroner(text, content.ownShare())),
                        said(text, "smallest-useful", kroner(text, content.smallestUseful()))),
                FormBlock.of(
                        text.of("application.page.participants"),
                        content.participants().stream()
                                .map(line -> participant(text, line))
                                .toList()),
                block(
                        text,
                        "commitment",
                        said(text, "commits", text.of(content.commitment() ? "form.page.yes" : "form.page.no"))));
    }

    private static Entry measure(PageText text, MeasureLine line) {
        var code = Optional.ofNullable(line.code())
                .map(one -> text.nameOf("application.measure.", one.code()))
                .orElse("");
        return new Entry(
                or(line.title(), code),
                "",
                Stream.of(code, or(line.description(), ""), kroner(text, line.amount()))
                        .flatMap(String::lines)
                        .filter(paragraph -> !paragraph.isBlank())
                        .toList(),
                List.of());
    }

    private static Entry position(PageText text, PositionLine line) {
        return Entry.answered(
                or(line.title(), text.of("form.page.not-answered")),
                text.of("application.page.position", "percent", or(line.percent(), "–"), "year", or(line.year(), "–")));
    }

    private static Entry budget(PageText text, BudgetLine line) {
        var kind = Optional.ofNullable(line.kind())
                .map(one -> text.nameOf("application.budget.", one.code()))
                .orElse("");
        return new Entry(
                or(line.text(), kind),
                "",
                Stream.of(kind, kroner(text, line.amount()))
                        .filter(part -> !part.isBlank())
                        .toList(),
                List.of());
    }

    private static Entry participant(PageText text, ParticipantLine line) {
        return Entry.answered(
                text.of("application.page.municipality", "number", or(line.number(), "–")), kroner(text, line.share()));
    }

    private static FormBlock block(PageText text, String code, Entry... entries) {
        return FormBlock.of(text.of("application.page." + code), List.of(entries));
    }

    private static Entry blank(PageText text, String code) {
        return Entry.blank(text.of("application.page." + code));
    }

    private static Entry said(PageText text, String code, @Nullable String value) {
        return Entry.answered(text.of("application.page." + code), or(value, text.of("form.page.not-answered")));
    }

    private static String kroner(PageText text, @Nullable Kroner amount) {
        return amount == null
                ? text.of("form.page.not-answered")
                : text.of("application.page.kroner", "amount", amount);
    }

    private static String or(@Nullable Object value, String otherwise) {
        return value == null || value.toString().isBlank() ? otherwise : value.toString();
    }
}
