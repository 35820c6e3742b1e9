using Mekong.Advocacy.Web.Features.Outbox;

namespace Mekong.Advocacy.Web.Tests.Features.Outbox;

public sealed class EmlTests
{
    private const string Mail =
        "From: Network <alerts@example.org>\r\nTo: =?utf-8?Q?L=C3=AA_Thu?= <thu@example.org>\r\n"
        + "Subject: =?utf-8?B?4Z6f4Z+S?=\r\n =?utf-8?B?4Z6c4Z624Z6C4Z6Y?=\r\n"
        + "Content-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n"
        + "--b1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCh=C3=A0o =3D ch=\r\n=E1=BB=8B_em\r\n"
        + "--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+4Z6f\r\n4Z+SPC9wPg==\r\n--b1--\r\n";

    [Fact]
    public void Headers_are_unfolded_and_their_words_joined()
    {
        Assert.Equal("ស្វាគម", Eml.Header(Mail, "Subject"));
        Assert.Equal("Lê Thu <thu@example.org>", Eml.Header(Mail, "To"));
        Assert.Null(Eml.Header(Mail, "Cc"));
    }

    [Fact]
    public void Each_part_is_decoded_as_it_was_encoded()
    {
        Assert.Equal("Chào = chị_em", Eml.Part(Mail, "text/plain"));
        Assert.Equal("<p>ស្</p>", Eml.Part(Mail, "text/html"));
    }
}
