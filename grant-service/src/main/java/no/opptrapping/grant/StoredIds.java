package no.opptrapping.grant;

import no.opptrapping.grant.allocation.reserve.OfferId;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.appropriations.AppropriationId;
import no.opptrapping.grant.assessment.AssessmentId;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.framework.FrameworkAllocationId;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.IdType;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;

/** Tells Hibernate of the identities of all rooms. */
public final class StoredIds implements TypeContributor {
    @Override
    public void contribute(TypeContributions types, ServiceRegistry services) {
        IdType.contribute(types, SchemeId.class, SchemeId::value, SchemeId::new);
        IdType.contribute(types, AppropriationId.class, AppropriationId::value, AppropriationId::new);
        IdType.contribute(types, CallId.class, CallId::value, CallId::new);
        IdType.contribute(types, ApplicationId.class, ApplicationId::value, ApplicationId::new);
        IdType.contribute(types, AssessmentId.class, AssessmentId::value, AssessmentId::new);
        IdType.contribute(types, RunId.class, RunId::value, RunId::new);
        IdType.contribute(types, AwardId.class, AwardId::value, AwardId::new);
        IdType.contribute(types, FrameworkAllocationId.class, FrameworkAllocationId::value, FrameworkAllocationId::new);
        IdType.contribute(types, PaymentId.class, PaymentId::value, PaymentId::new);
        IdType.contribute(types, OfferId.class, OfferId::value, OfferId::new);
        IdType.contribute(
                types, CountyGovernorOfficeId.class, CountyGovernorOfficeId::value, CountyGovernorOfficeId::new);
        IdType.contribute(types, PaymentBatchId.class, PaymentBatchId::value, PaymentBatchId::new);
    }
}
