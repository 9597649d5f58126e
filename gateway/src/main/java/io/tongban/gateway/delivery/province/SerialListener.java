package io.tongban.gateway.delivery.province;

import io.tongban.province.ProvinceCode;

/** Hears of each serial that is given to an order, on the thread that made the order and before it is committed. */
public interface SerialListener {
    /** What it throws keeps the order from being made. */
    void given(String serial, ProvinceCode province);
}
