package io.tongban.province.dialect.soap;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Puts one word in the place of a fault that the far side sent, whose text may say anything about anyone. */
final class FaultReply extends AbstractPhaseInterceptor<Message> {
    FaultReply() {
        super(Phase.POST_LOGICAL);
    }

    @Override
    public void handleMessage(Message message) {
        message.setContent(Exception.class, new CallFailed(UnknownCause.SOAP_FAULT));
    }
}
