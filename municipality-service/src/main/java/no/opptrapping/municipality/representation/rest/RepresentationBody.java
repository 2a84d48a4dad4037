package no.opptrapping.municipality.representation.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.opptrapping.municipality.registry.LanguageForm;
import no.opptrapping.municipality.registry.Representation;
import no.opptrapping.municipality.registry.Representation.ContactPoint;
import no.opptrapping.municipality.registry.Representation.Kind;
import no.opptrapping.municipality.registry.Representation.Representative;
import no.opptrapping.municipality.registry.Representation.Task;
import no.opptrapping.platform.body.MayBeBlank;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a municipality is represented, as it is sent and answered.
 *
 * @param languageSource where its decision on the language form was read; needed unless it is neutral
 */
@JsonPropertyOrder({"languageForm", "languageSource", "representatives", "contactPoints"})
@Schema(name = "Representation")
record RepresentationBody(
        @NotBlank
        @Schema(
                required = true,
                enumeration = {"bokmål", "nynorsk", "neutral"})
        String languageForm,

        @Size(max = 500) @Schema(nullable = true, maxLength = 500) @MayBeBlank @Nullable
        String languageSource,

        @Size(max = 50) @Schema(nullable = true, maxItems = 50) @Nullable
        List<@NotNull @Valid Acting> representatives,

        @Size(max = 50) @Schema(nullable = true, maxItems = 50) @Nullable
        List<@NotNull @Valid Contact> contactPoints) {
    /**
     * An organisation that may act for the municipality.
     *
     * @param tasks apply (applications), accept (awards), report
     * @param to the first day it may no longer; null while there is no end
     */
    @JsonPropertyOrder({"organisationNumber", "kind", "tasks", "from", "to"})
    @Schema(name = "Representative")
    record Acting(
            @NotBlank @Schema(required = true, maxLength = 20, examples = "942110464")
            String organisationNumber,

            @NotBlank
            @Schema(
                    required = true,
                    enumeration = {"supplier", "host"})
            String kind,

            @NotNull @Size(min = 1, max = 3) @Schema(required = true, maxItems = 3)
            List<@NotBlank String> tasks,

            @NotNull @Schema(required = true) LocalDate from,
            @Schema(nullable = true) @Nullable LocalDate to) {}

    /** Somebody to ask. */
    @JsonPropertyOrder({"role", "email", "phone"})
    @Schema(name = "ContactPoint")
    record Contact(
            @NotBlank @Size(max = 200) @Schema(required = true, maxLength = 200)
            String role,

            @NotNull @Size(max = 200) @Schema(required = true, maxLength = 200)
            String email,

            @NotNull @Size(max = 50) @Schema(required = true, maxLength = 50)
            String phone) {}

    /** What was read, to be used only when there is no fault. */
    record Read(Representation representation, List<BrokenRule> faults) {}

    Read read() {
        var faults = new ArrayList<BrokenRule>();
        var form = LanguageForm.parse(languageForm);
        if (form.isEmpty()) {
            faults.add(BrokenRule.of("representation.bad-language-form", "/languageForm"));
        }
        var acting = Objects.requireNonNullElse(representatives, List.<Acting>of());
        var representing = new ArrayList<Representative>();
        for (var i = 0; i < acting.size(); i++) {
            representative(acting.get(i), "/representatives/" + i, faults).ifPresent(representing::add);
        }
        return new Read(
                new Representation(
                        form.orElse(LanguageForm.NEUTRAL),
                        Objects.requireNonNullElse(languageSource, "").strip(),
                        representing,
                        Objects.requireNonNullElse(contactPoints, List.<Contact>of()).stream()
                                .map(one -> new ContactPoint(one.role(), one.email(), one.phone()))
                                .toList()),
                faults);
    }

    private static Optional<Representative> representative(Acting one, String at, List<BrokenRule> faults) {
        var before = faults.size();
        var organisation = OrganisationNumber.parse(one.organisationNumber());
        if (organisation.isEmpty()) {
            faults.add(BrokenRule.of("municipality.bad-organisation-number", at + "/organisationNumber"));
        }
        var kind = Kind.parse(one.kind());
        if (kind.isEmpty()) {
            faults.add(BrokenRule.of("representation.bad-kind", at + "/kind"));
        }
        var tasks =
                one.tasks().stream().map(Task::parse).flatMap(Optional::stream).toList();
        if (tasks.size() < one.tasks().size()) {
            faults.add(BrokenRule.of("representation.bad-task", at + "/tasks"));
        }
        var to = one.to();
        if (to != null && !one.from().isBefore(to)) {
            faults.add(BrokenRule.of("municipality.ends-before-it-begins", at + "/to"));
        }
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(
                        new Representative(organisation.orElseThrow(), kind.orElseThrow(), tasks, one.from(), to));
    }

    static RepresentationBody of(Representation representation) {
        return new RepresentationBody(
                representation.languageForm().code(),
                representation.languageSource().isEmpty() ? null : representation.languageSource(),
                representation.representatives().stream()
                        .map(one -> new Acting(
                                one.organisation().value(),
                                one.kind().code(),
                                one.tasks().stream().map(Task::code).toList(),
                                one.from(),
                                one.to()))
                        .toList(),
                representation.contactPoints().stream()
                        .map(one -> new Contact(one.role(), one.email(), one.phone()))
                        .toList());
    }
}
