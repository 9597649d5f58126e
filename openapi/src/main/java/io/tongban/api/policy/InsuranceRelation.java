package io.tongban.api.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "As what a person is insured. FLEXIBLE: in flexible employment, on the person's own account. EMPLOYEE: by an employer. RESIDENT: in the schemes of residents. PLATFORM_PAID: by a platform, for each order.")
public enum InsuranceRelation {
    FLEXIBLE,
    EMPLOYEE,
    RESIDENT,
    PLATFORM_PAID
}
