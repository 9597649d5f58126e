package io.tongban.province.dialect.tcp;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.RuledOctets;
import io.tongban.province.dialect.Specimen;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.util.List;

/** Frames as the route writes and reads them, without a connection. */
final class TcpRehearsal implements Rehearsal {
    private final ProvinceProfile profile;
    private final CommandFields commands;
    private final TcpCodec codec;

    TcpRehearsal(ProvinceProfile profile, Clock clock) {
        // What it shows may be sent to somebody. A key made from the password shows nothing of it.
        this.profile =
                TcpCodec.placesOf(Field.PASSWORD, profile).findAny().isPresent() ? profile.withoutPassword() : profile;
        this.commands = new CommandFields(this.profile, clock);
        this.codec = new TcpCodec(this.profile);
    }

    @Override
    public Specimen request(ProvinceCommand command) {
        RuledOctets body = new RuledOctets();
        codec.write(command, commands.of(command), body);
        return new Specimen("", profile.charset(), Framing.of(profile).around(body.pieces()));
    }

    @Override
    public List<Answer> answers(byte[] octets, ProvinceCommand command) {
        EmbeddedChannel connection = new EmbeddedChannel(TcpEndpoint.decoder(profile));
        connection.writeInbound(Unpooled.wrappedBuffer(octets));
        // The far side has hung up: what is not whole by now never will be.
        connection.finish();
        byte[] frame = connection.readInbound();
        if (frame == null) {
            throw new CallFailed(UnknownCause.CONNECTION_CUT);
        }
        return List.of(codec.read(frame, command));
    }
}
