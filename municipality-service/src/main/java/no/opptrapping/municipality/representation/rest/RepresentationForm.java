package no.opptrapping.municipality.representation.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.Valid;
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
import no.opptrapping.platform.body.OwnRules;
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
record RepresentationForm(
        @Schema(
                required = true,
                enumeration = {"bokmål", "nynorsk", "neutral"})
        String languageForm,

        @Size(max = 500) @Schema(nullable = true, maxLength = 500) @MayBeBlank @Nullable
        String languageSource,

        @Size(max = 50) @Schema(nullable = true, maxItems = 50) @Nullable
        List<@Valid Acting> representatives,

        @Size(max = 50) @Schema(nullable = true, maxItems = 50) @Nullable
        List<@Valid Contact> contactPoints)
        implements OwnRules {
    /**
     * An organisation that may act for the municipality.
     *
     * @param tasks apply (applications), accept (awards), report
     * @param to the first day it may no longer; null while there is no end
     */
    @JsonPropertyOrder({"organisationNumber", "kind", "tasks", "from", "to"})
    @Schema(name = "Representative")
    record Acting(
            @Schema(required = true) OrganisationNumber organisationNumber,

            @Schema(
                    required = true,
                    enumeration = {"supplier", "host"})
            String kind,

            @Size(min = 1, max = 3) @Schema(required = true, maxItems = 3)
            List<String> tasks,

            @Schema(required = true) LocalDate from,
            @Schema(nullable = true) @Nullable LocalDate to)
            implements OwnRules {
        @Override
        public List<BrokenRule> broken() {
            var broken = new ArrayList<BrokenRule>();
            if (Kind.parse(kind).isEmpty()) {
                broken.add(BrokenRule.of("representation.bad-kind", "/kind"));
            }
            if (known().size() < tasks.size()) {
                broken.add(BrokenRule.of("representation.bad-task", "/tasks"));
            }
            if (to != null && !from.isBefore(to)) {
                broken.add(BrokenRule.of("municipality.ends-before-it-begins", "/to"));
            }
            return broken;
        }

        private List<Task> known() {
            return tasks.stream().map(Task::parse).flatMap(Optional::stream).toList();
        }

        private Representative representative() {
            return new Representative(organisationNumber, Kind.parse(kind).orElseThrow(), known(), from, to);
        }
    }

    /** Somebody to ask. */
    @JsonPropertyOrder({"role", "email", "phone"})
    @Schema(name = "ContactPoint")
    record Contact(
            @Size(max = 200) @Schema(required = true, maxLength = 200)
            String role,

            @Size(max = 200) @Schema(required = true, maxLength = 200)
            String email,

            @Size(max = 50) @Schema(required = true, maxLength = 50)
            String phone) {}

    @Override
    public List<BrokenRule> broken() {
        return LanguageForm.parse(languageForm).isPresent()
                ? List.of()
                : List.of(BrokenRule.of("representation.bad-language-form", "/languageForm"));
    }

    Representation representation() {
        return new Representation(
                LanguageForm.parse(languageForm).orElseThrow(),
                Objects.requireNonNullElse(languageSource, ""),
                Objects.requireNonNullElse(representatives, List.<Acting>of()).stream()
                        .map(Acting::representative)
                        .toList(),
                Objects.requireNonNullElse(contactPoints, List.<Contact>of()).stream()
                        .map(one -> new ContactPoint(one.role(), one.email(), one.phone()))
                        .toList());
    }

    static RepresentationForm of(Representation representation) {
        return new RepresentationForm(
                representation.languageForm().code(),
                representation.languageSource().isEmpty() ? null : representation.languageSource(),
                representation.representatives().stream()
                        .map(one -> new Acting(
                                one.organisation(),
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
