package io.tongban.gateway.certification;

/**
 * One thing that a program is to do, as data.
 *
 * @param argument of the rule: a scenario, or the code of a problem; empty for none
 */
record SuiteCase(String name, Rule rule, String method, String route, String argument, String title, String titleZh) {
    boolean concerns(Seen request) {
        return request.is(method, route);
    }
}
