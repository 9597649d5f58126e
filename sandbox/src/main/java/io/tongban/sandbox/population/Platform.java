package io.tongban.sandbox.population;

/**
 * An invented platform.
 *
 * @param clientId its client in the realm
 * @param name Chinese name
 * @param creditCode unified social credit code, GB 32100
 * @param referencePrefix what its names for workers begin with
 * @param workersOfFive how many of five workers are its
 */
public record Platform(
        String clientId, String name, String creditCode, Sector sector, String referencePrefix, int workersOfFive) {}
