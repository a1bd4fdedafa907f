using System.Text;
using CodeAssist.Cli.Loading;

namespace CodeAssist.Cli.Tests.Loading;

public class FileTextTests
{
    public static TheoryData<byte[]> Surviving =>
    [
        "plain"u8.ToArray(),
        "全角\r\n"u8.ToArray(),
        [0xEF, 0xBB, 0xBF, .. "全角"u8],
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("全角")],
        [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("全角")],
        [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("全角")],
        [],
    ];

    [Theory]
    [MemberData(nameof(Surviving))]
    public void What_is_decoded_is_encoded_to_the_same_bytes(byte[] bytes)
    {
        var file = FileText.Decode(bytes);
        Assert.True(file.Survives);
        Assert.Equal(bytes, file.Encode(file.Text.ToString()));
        Assert.DoesNotContain('\uFEFF', file.Text.ToString());
    }

    [Fact]
    public void An_older_encoding_without_a_mark_does_not_survive()
    {
        byte[] gbk = [.. "// "u8, 0xC8, 0xAB, 0xBD, 0xC7];
        Assert.False(FileText.Decode(gbk).Survives);
        Assert.Null(FileText.Decode(gbk).Encode("// x"));
    }

    [Fact]
    public void A_text_that_cannot_be_encoded_is_not_encoded() =>
        Assert.Null(FileText.Decode("a"u8.ToArray()).Encode("\uD800"));
}
