namespace CodeAssist.CodeFixes.Tests;

public class PlaceholderTests
{
    [Fact]
    public void Root_is_found() => Assert.True(File.Exists(Testing.Repository.PathOf("CodeAssist.sln")));
}
