package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.RuleValue;

/** A value with the entry that says so. */
record Cited<T extends RuleValue>(T value, PolicyEntry entry) {}
