package no.opptrapping.grant.applications.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationContent;
import no.opptrapping.grant.applications.ApplicationContent.BudgetLine;
import no.opptrapping.grant.applications.ApplicationContent.ContactPerson;
import no.opptrapping.grant.applications.ApplicationContent.MeasureLine;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.grant.applications.ApplicationContent.PositionLine;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.body.BodyReader;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/**
 * A draft read out of a request: anything may be missing, nothing may be of the wrong type.
 *
 * @param faults what is of the wrong type; when there are any the rest is not to be used
 */
record ApplicationBody(Optional<CallId> call, ApplicationContent content, List<BrokenRule> faults) {
    private static final int MOST_LINES = 100;
    private static final int NAME = 200;
    private static final int TEXT = 4000;

    static ApplicationBody read(@Nullable JsonNode json) {
        var body = BodyReader.of(json).require("callId");
        var call = body.parsed("callId", "application.call-unknown", CallId::parse);
        var content = new ApplicationContent(
                body.object("contact").map(ApplicationBody::contact).orElse(null),
                body.list("measures", MOST_LINES, ApplicationBody::measure),
                body.list("positions", MOST_LINES, ApplicationBody::position),
                body.list("budgetLines", MOST_LINES, ApplicationBody::budgetLine),
                body.kroner("asked").orElse(null),
                body.kroner("ownShare").orElse(null),
                body.list("participants", MOST_LINES, ApplicationBody::participant),
                body.flag("commitment").orElse(false),
                body.kroner("smallestUseful").orElse(Kroner.ZERO));
        return new ApplicationBody(call, content, body.faults());
    }

    private static ContactPerson contact(BodyReader body) {
        return new ContactPerson(
                body.text("name", NAME).orElse(null),
                body.text("email", NAME).orElse(null),
                body.text("phone", 40).orElse(null));
    }

    private static MeasureLine measure(BodyReader body) {
        return new MeasureLine(
                body.text("code", NAME).orElse(null),
                body.text("title", NAME).orElse(null),
                body.text("description", TEXT).orElse(null),
                body.kroner("amount").orElse(null));
    }

    private static PositionLine position(BodyReader body) {
        return new PositionLine(
                body.text("title", NAME).orElse(null),
                body.integer("percent", -100_000, 100_000).orElse(null),
                body.integer("year", -100_000, 100_000).orElse(null));
    }

    private static BudgetLine budgetLine(BodyReader body) {
        return new BudgetLine(
                body.text("kind", NAME).orElse(null),
                body.text("text", NAME).orElse(null),
                body.kroner("amount").orElse(null));
    }

    private static ParticipantLine participant(BodyReader body) {
        return new ParticipantLine(
                body.parsed("number", "application.participant-number-malformed", MunicipalityNumber::parse)
                        .orElse(null),
                body.kroner("share").orElse(null));
    }
}
