package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallCeilings;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.dispensations.OwnDeadline;
import no.opptrapping.grant.forms.CompiledForm;
import no.opptrapping.grant.forms.CompiledForms;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.schemerules.SchemeRules;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.attachments.Attachments;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.NumberStatus;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Gathers the facts that an application is judged by. */
@ApplicationScoped
class Attempts {
    private static final int MOST_FILES = 1_000;

    private final KnownMunicipalities municipalities;
    private final Applications applications;
    private final SchemeVersions versions;
    private final CompiledForms forms;
    private final OwnDeadline ownDeadline;
    private final CallCeilings ceilings;
    private final Attachments attachments;

    Attempts(
            KnownMunicipalities municipalities,
            Applications applications,
            SchemeVersions versions,
            CompiledForms forms,
            OwnDeadline ownDeadline,
            CallCeilings ceilings,
            Attachments attachments) {
        this.ceilings = ceilings;
        this.municipalities = municipalities;
        this.applications = applications;
        this.versions = versions;
        this.forms = forms;
        this.ownDeadline = ownDeadline;
        this.attachments = attachments;
    }

    SubmissionRules.Attempt of(Application application, Call call, KnownMunicipality host, Instant at) {
        return of(application, call, forms.inForce(call.id()), host, at);
    }

    SubmissionRules.Attempt of(
            Application application, Call call, Optional<CompiledForm> form, KnownMunicipality host, Instant at) {
        var numbers = new HashMap<MunicipalityNumber, NumberStatus>();
        var today = BusinessDates.of(at);
        application.content().participants().stream()
                .map(ParticipantLine::number)
                .forEach(number -> {
                    if (number != null) {
                        numbers.computeIfAbsent(number, one -> municipalities.status(one, today));
                    }
                });
        var everyone = everyone(host, numbers);
        var taken = applications.taken(call.id(), everyone, application.id());
        return new SubmissionRules.Attempt(
                application.content(),
                ownDeadline.of(call, host.id(), at),
                form,
                form.map(one -> notAttached(one, application)).orElse(List.of()),
                host,
                Map.copyOf(numbers),
                taken,
                rules(call),
                application.consents(),
                application.completion(),
                application.signature().map(Application.Signature::by),
                ceiling(call, withShare(application, host, numbers)),
                at);
    }

    /** The most that they may ask for together, where the call has told ceilings that nobody may ask more than. */
    private Optional<Kroner> ceiling(Call call, Set<MunicipalityId> asking) {
        return call.rule() == DivisionRule.WITHIN_CEILING
                ? ceilings.find(call.id())
                        .filter(told -> !told.moreMayBeAsked())
                        .map(_ -> ceilings.of(call.id(), asking))
                : Optional.empty();
    }

    private List<String> notAttached(CompiledForm form, Application application) {
        var files = form.files(application.content().answers());
        if (files.isEmpty()) {
            return List.of();
        }
        var attached = attachments.list(Application.attachmentsOf(application.id()), 0, MOST_FILES).stream()
                .map(one -> one.id().toString())
                .collect(Collectors.toSet());
        return files.entrySet().stream()
                .filter(file -> !attached.contains(file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The rules that the call was announced under. */
    SchemeRules rules(Call call) {
        return call.schemeVersion()
                .flatMap(version -> versions.find(call.scheme(), version))
                .map(SchemeVersion::rules)
                .orElseThrow(() -> new IllegalStateException("Announced under no rules: " + call.id()));
    }

    /** Who is to have nothing has not been asked, and its ceiling is still its own. */
    private static Set<MunicipalityId> withShare(
            Application application, KnownMunicipality host, Map<MunicipalityNumber, NumberStatus> numbers) {
        return everyone(
                host,
                application.content().participants().stream()
                        .filter(ParticipantLine::hasShare)
                        .map(ParticipantLine::number)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.toMap(
                                Function.identity(), one -> numbers.getOrDefault(one, new NumberStatus.Unknown()))));
    }

    private static Set<MunicipalityId> everyone(KnownMunicipality host, Map<MunicipalityNumber, NumberStatus> numbers) {
        var everyone = new HashSet<MunicipalityId>();
        everyone.add(host.id());
        for (var status : numbers.values()) {
            if (status instanceof NumberStatus.Valid(var municipality)) {
                everyone.add(municipality.id());
            }
        }
        return everyone;
    }
}
