package io.tongban.province.benchmark;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;

/** The dialect tcp: a connection, a frame there, a frame back. */
final class TcpCourse extends Course {
    private static final String BOOKED = "SC20261123000001    " + "000000110200" + "20261123175201";

    private final TcpStub province = new TcpStub();
    private final ProvinceLink link;
    private byte[] frame = {};

    TcpCourse(Way way, Path folder) throws Exception {
        super(way);
        province.answering("0000", BOOKED);
        link = new Links(folder)
                .edit("51-sichuan.yaml", "rate: 1000/s", "rate: 10000/s")
                .edit("51-sichuan.yaml", "reply: 10s", "reply: 20s")
                .set("tongban.province.51.endpoint", province.endpoint())
                .open();
        mediated();
    }

    @Override
    void mediated() {
        Course.accepted(link.send(Samples.withhold(Samples.SICHUAN)));
        frame = TcpStub.frame(province.requests.get(0));
        province.requests.clear();
    }

    @Override
    void bare() throws Exception {
        String[] address = province.endpoint().split(":");
        try (Socket socket = new Socket(InetAddress.getByName(address[0]), Integer.parseInt(address[1]))) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(frame);
            Course.contains(new String(socket.getInputStream().readAllBytes(), TcpStub.GBK), "0000");
        }
        province.requests.clear();
    }

    @Override
    public void close() throws Exception {
        link.close();
        province.close();
    }
}
