package io.tongban.sandbox.population;

/** The survey's sectors, as far as the sandbox has platforms of them. */
public enum Sector {
    FOOD_DELIVERY,
    RIDE_HAILING
}
