package io.openteller.host.apart;

import io.openteller.host.wire.Connection;
import io.openteller.host.wire.Faults;
import io.openteller.host.wire.Frame;
import io.openteller.host.wire.In;
import io.openteller.host.wire.Lent;
import io.openteller.host.wire.Limits;
import io.openteller.host.wire.Malformed;
import io.openteller.host.wire.Out;
import io.openteller.host.wire.Shape.Call;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what a plugin asks of the objects that its call was given, on the caller's own thread. */
record Callbacks(Connection connection, List<Lent> lent, Waiting waiting) {

    void call(In in) throws IOException {
        Lent target = target(in.count());
        Call method = target.shape().call(in.count());
        @Nullable Object[] arguments = method.readArguments(in);
        in.atEnd();
        Out answer;
        try {
            Object result = method.invoke(target.target(), arguments);
            answer = new Out(lent).byteValue(Frame.RETURN);
            method.writeResult(answer, result);
        } catch (Throwable fault) {
            answer = fault(fault);
        }
        connection.send(answer, waiting);
    }

    void read(In in) throws IOException {
        Lent target = target(in.count());
        int most = in.count();
        in.atEnd();
        if (!(target.target() instanceof InputStream stream) || most < 1 || most > Limits.PIECE) {
            throw new Malformed("nothing that can be read like that");
        }
        Out answer;
        try {
            byte[] piece = new byte[most];
            int count = stream.read(piece);
            answer = new Out(lent).byteValue(Frame.RETURN).block(piece, Math.max(0, count));
        } catch (IOException | RuntimeException fault) {
            answer = fault(fault);
        }
        connection.send(answer, waiting);
    }

    private static Out fault(Throwable fault) {
        Out answer = new Out().byteValue(Frame.THROW);
        Faults.write(answer, fault);
        return answer;
    }

    private Lent target(int handle) {
        if (handle >= lent.size()) {
            throw new Malformed("nothing of that number was lent");
        }
        return lent.get(handle);
    }
}
