using CodeAssist.Models.Redaction;

namespace CodeAssist.Models.Tests.Redaction;

public class RedactionTests
{
    // Written in pieces: a scanner that reads this file must find nothing either.
    private static readonly string Forty = string.Concat(Enumerable.Repeat("aB3dE", 8));

    public static TheoryData<string, string> Secrets { get; } = new()
    {
        { "AWS access key", "AKIA" + "IOSFODNN7EXAMPLE" },
        { "GitHub token", "ghp" + "_" + Forty },
        { "GitHub fine-grained token", "github" + "_pat_" + Forty },
        { "GitLab token", "glpat" + "-" + "abcdefghij0123456789" },
        { "Slack token", "xoxb" + "-1234567890-abcdefghij" },
        { "Google key", "AIza" + Forty[..35] },
        { "OpenAI key", "sk-" + "proj-" + Forty },
        { "DashScope key", "sk-" + "0123456789abcdef0123456789abcdef" },
        { "Stripe key", "sk_" + "live_" + "abcdefghij0123456789" },
        { "Hugging Face token", "hf" + "_" + Forty },
        { "NuGet key", "oy2" + "abcdefghijklmnopqrstuvwxyz0123456789abcdefg" },
        { "JWT", "eyJ" + "hbGciOiJIUzI1NiJ9" + "." + "eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0" + ".c2lnbmF0dXJl" },
        { "private key", "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIBVgIBADANBg\n-----END " + "RSA PRIVATE KEY-----" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_secret_is_found_wherever_it_stands(string family, string secret)
    {
        foreach (var text in (string[])[$"Use(\"{secret}\");", $"// {family}: {secret}", $"var x = @\"{secret}\";"])
        {
            var redaction = PromptRedaction.Of([text]);
            Assert.Null(redaction.Problem);
            Assert.Equal(text.Replace(secret, "CODEASSIST_SECRET_1"), redaction.Texts[0]);
            Assert.Equal(text, redaction.Restore(redaction.Texts[0]));
        }
    }

    [Theory]
    [InlineData("var c = \"Server=db;User Id=sa;Password=|Pa55word!|;Encrypt=true\";")]
    [InlineData("var c = \"Server=db;Pwd=|Pa55word!|\";")]
    [InlineData("var c = \"AccountName=a;AccountKey=|abcd1234abcd1234==|;EndpointSuffix=x\";")]
    [InlineData("var c = \"\"\"\n    Server=db;\n    Password=|Pa55word!|\n    \"\"\";")]
    [InlineData("var c = $@\"Server={host};\n    Password=|Pa55word!|;\";")]
    [InlineData("var u = \"postgres://admin:|Pa55word|@db/orders\";")]
    [InlineData("var password = \"|hunter2|\";")]
    [InlineData("string Password { get; } = \"|hunter2|\";")]
    [InlineData("Connect(user: \"ada\", password: \"|hunter2|\");")]
    [InlineData("settings[\"ClientSecret\"] = @\"|s3cr3t-value|\";")]
    [InlineData("const string ApiKey = \"|0123456789abcdef|\";")]
    [InlineData("private readonly string _accessToken = \"|tok12345678|\";")]
    [InlineData("if (password == \"|letmein|\") { }")]
    [InlineData("request.Headers.Add(\"Authorization\", \"Bearer |abcdef0123456789abcdef|\");")]
    public void What_names_itself_a_secret_is_one(string marked)
    {
        var parts = marked.Split('|');
        var redaction = PromptRedaction.Of([string.Concat(parts)]);
        Assert.Equal(parts[0] + "CODEASSIST_SECRET_1" + parts[2], redaction.Texts[0]);
        Assert.Equal(string.Concat(parts), redaction.Restore(redaction.Texts[0]));
    }

    [Theory]
    [InlineData("password = ReadPassword();")]
    [InlineData("var password = \"\";")]
    [InlineData("x = 1; password = other; token = next;")]
    [InlineData("throw new ArgumentException(\"The password must not be empty\", nameof(password));")]
    [InlineData("var c = $\"Server=db;Password={password};Encrypt=true\";")]
    [InlineData("if (token == \"foreach\") return Keyword;")]
    [InlineData("var quote = '\"'; var password = '\"';")]
    [InlineData("var sha = \"0123456789abcdef0123456789abcdef01234567\";")]
    [InlineData("// -----BEGIN CERTIFICATE-----")]
    public void Code_that_holds_no_secret_is_sent_as_it_is(string code)
    {
        var redaction = PromptRedaction.Of([code]);
        Assert.Equal(code, Assert.Single(redaction.Texts));
        Assert.Equal(0, redaction.Count);
    }

    [Fact]
    public void The_same_secret_has_the_same_placeholder_everywhere_and_another_has_another()
    {
        var redaction = PromptRedaction.Of(
            ["var password = \"correct-horse\"; // correct-horse", "var secret = \"battery-staple\"; var pwd = \"correct-horse\";"]);
        Assert.Equal("var password = \"CODEASSIST_SECRET_1\"; // CODEASSIST_SECRET_1", redaction.Texts[0]);
        Assert.Equal("var secret = \"CODEASSIST_SECRET_2\"; var pwd = \"CODEASSIST_SECRET_1\";", redaction.Texts[1]);
        Assert.Equal(2, redaction.Count);
    }

    [Fact]
    public void More_than_nine_secrets_do_not_mix()
    {
        var code = string.Join("\n", Enumerable.Range(1, 12).Select(i => $"var password{i} = \"value-number-{i:00}\";"));
        var redaction = PromptRedaction.Of([code]);
        Assert.Equal(12, redaction.Count);
        Assert.Equal(code, redaction.Restore(redaction.Texts[0]));
    }

    [Theory]
    [InlineData("x = CODEASSIST_SECRET_2;")]
    [InlineData("x = CODEASSIST_SECRET;")]
    [InlineData("x = codeassist_secret_1;")]
    [InlineData("x = CODEASSIST_SECRET_0;")]
    public void A_placeholder_that_was_not_given_out_is_refused(string reply) =>
        Assert.Null(PromptRedaction.Of(["var password = \"correct-horse\";"]).Restore(reply));

    [Fact]
    public void Code_that_speaks_of_placeholders_keeps_its_own()
    {
        const string code = "var password = \"correct-horse\"; var text = \"CODEASSIST_SECRET_1\";";
        var redaction = PromptRedaction.Of([code]);
        Assert.DoesNotContain("horse", redaction.Texts[0]);
        Assert.Contains("\"CODEASSIST_SECRET_1\"", redaction.Texts[0]);
        Assert.Equal(code, redaction.Restore(redaction.Texts[0]));
    }

    [Fact]
    public void A_reply_to_a_prompt_without_secrets_is_left_alone() =>
        Assert.Equal("CODEASSIST_SECRET_1", PromptRedaction.Of(["int x;"]).Restore("CODEASSIST_SECRET_1"));

    [Fact]
    public void Half_a_private_key_is_not_sent()
    {
        var redaction = PromptRedaction.Of(["var key = \"-----BEGIN " + "PRIVATE KEY-----\\nMIIB\";"]);
        Assert.NotNull(redaction.Problem);
        Assert.Empty(redaction.Texts);
    }
}
