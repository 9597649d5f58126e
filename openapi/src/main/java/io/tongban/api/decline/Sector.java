package io.tongban.api.decline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Sector of the work, as the survey of workers in new forms of employment parts them.")
public enum Sector {
    RIDE_HAILING,
    FOOD_DELIVERY,
    EXPRESS,
    ONLINE_CULTURE,
    LIFE_SERVICES,
    KNOWLEDGE_SHARING,
    ONLINE_SHOPS,
    ONLINE_EDUCATION
}
