package io.tongban.province.delivery;

/** Counts who uses a lane, so that it is taken out of service when nobody does. */
final class ReferenceCount {
    private int users;
    private boolean over;

    /** @return false if the lane is going out of service: look for the one that took its place */
    synchronized boolean begin() {
        if (!over) {
            users++;
        }
        return !over;
    }

    synchronized void end() {
        users--;
    }

    /** From now on nobody begins. */
    synchronized void finish() {
        over = true;
    }

    synchronized boolean idle() {
        return users == 0;
    }
}
