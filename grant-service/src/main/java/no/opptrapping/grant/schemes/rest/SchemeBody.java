package no.opptrapping.grant.schemes.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.grant.schemes.db.SchemeEntity;
import no.opptrapping.platform.body.BodyReader;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** Reads a scheme out of a request, with every fault that it has. */
final class SchemeBody {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern CHAPTER = Pattern.compile("[0-9]{3,4}");
    private static final Pattern ITEM = Pattern.compile("[0-9]{2}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final LocalisedText NO_TEXT = new LocalisedText("", "", "");

    private final BodyReader body;
    private final SchemeEntity read = new SchemeEntity();

    private SchemeBody(BodyReader body) {
        this.body = body;
    }

    static SchemeBody read(@Nullable JsonNode json) {
        var reading = new SchemeBody(BodyReader.of(json));
        reading.readSelf();
        reading.body.object("reporting").ifPresent(reading::readReporting);
        reading.body.object("contact").ifPresent(reading::readContact);
        return reading;
    }

    List<BrokenRule> faults() {
        return body.faults();
    }

    /** The scheme, to be used only when there are no faults. */
    SchemeEntity scheme(String madeBy, Instant madeAt) {
        read.id = SchemeId.random().value();
        read.madeBy = madeBy;
        read.madeAt = madeAt;
        return read;
    }

    private void readSelf() {
        body.require("code", "name", "purpose", "kind", "chapter", "item", "reporting", "contact");
        read.code =
                body.parsed("code", "scheme.code-malformed", matching(CODE, 60)).orElse("");
        read.name = body.localised("name", 200).orElse(NO_TEXT);
        read.purpose = body.localised("purpose", 2000).orElse(NO_TEXT);
        read.goals = body.localised("goals", 2000).orElse(null);
        read.targetGroup = body.localised("targetGroup", 2000).orElse(null);
        read.criteria = body.localised("criteria", 2000).orElse(null);
        read.kind =
                body.parsed("kind", "scheme.kind-unknown", SchemeKind::parse).orElse(SchemeKind.EARMARKED);
        read.chapter = body.parsed("chapter", "scheme.chapter-malformed", matching(CHAPTER, 4))
                .orElse("");
        read.item =
                body.parsed("item", "scheme.item-malformed", matching(ITEM, 2)).orElse("");
    }

    private void readReporting(BodyReader reporting) {
        reporting.require("opens", "due", "form", "simpleBelow");
        var opens = reporting.parsed("opens", "scheme.day-malformed", SchemeBody::monthDay);
        var due = reporting.parsed("due", "scheme.day-malformed", SchemeBody::monthDay);
        if (opens.isPresent() && due.isPresent() && !opens.get().isBefore(due.get())) {
            reporting.fault("scheme.report-due-before-it-opens", "due");
        }
        read.reportOpens = opens.map(MonthDay::toString).orElse("");
        read.reportDue = due.map(MonthDay::toString).orElse("");
        read.reportForm = reporting
                .parsed("form", "scheme.form-malformed", matching(CODE, 40))
                .orElse("");
        read.simpleBelow = amount(reporting, "simpleBelow").orElse(Kroner.ZERO);
        read.auditorThreshold = amount(reporting, "auditorThreshold").orElse(null);
    }

    private void readContact(BodyReader contact) {
        contact.require("name", "email");
        read.contactName = contact.text("name", 200).orElse("");
        read.contactEmail = contact.parsed("email", "scheme.email-malformed", matching(EMAIL, 200))
                .orElse("");
        read.contactPhone = contact.text("phone", 40).orElse("");
    }

    private static Optional<Kroner> amount(BodyReader from, String field) {
        return from.whole(field, 0, BodyReader.LARGEST_AMOUNT).map(Kroner::of);
    }

    private static Function<String, Optional<String>> matching(Pattern pattern, int longest) {
        return text ->
                text.length() <= longest && pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<MonthDay> monthDay(String text) {
        try {
            return Optional.of(MonthDay.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
