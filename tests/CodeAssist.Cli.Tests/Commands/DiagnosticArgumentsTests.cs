using CodeAssist.Cli.Commands;

namespace CodeAssist.Cli.Tests.Commands;

public class DiagnosticArgumentsTests
{
    [Theory]
    [InlineData("fix . --diagnostic CS0161 CS8618 --apply", "fix . --diagnostic CS0161 --diagnostic CS8618 --apply")]
    [InlineData("fix --diagnostic CS0161 src/App.csproj", "fix --diagnostic CS0161 src/App.csproj")]
    [InlineData("fix --diagnostic CS0161,CA2000 .", "fix --diagnostic CS0161 --diagnostic CA2000 .")]
    [InlineData("fix --diagnostic=CS0161 .", "fix --diagnostic CS0161 .")]
    [InlineData("fix . --diagnostic --apply", "fix . --diagnostic --apply")]
    [InlineData("fix . --diagnostic", "fix . --diagnostic")]
    public void Several_IDs_may_follow_and_a_path_after_them_is_a_path(string line, string expanded) =>
        Assert.Equal(expanded, string.Join(' ', DiagnosticArguments.Expand(line.Split(' '))));
}
