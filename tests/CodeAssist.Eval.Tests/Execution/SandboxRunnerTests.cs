using CodeAssist.Eval.Execution;

namespace CodeAssist.Eval.Tests.Execution;

public class SandboxRunnerTests(Sandbox sandbox) : IClassFixture<Sandbox>
{
    [Fact]
    public async Task A_program_that_comes_to_its_end_passes()
    {
        var result = await sandbox.RunAsync("""
            using System;
            using System.Diagnostics;
            Console.WriteLine("hello");
            Debug.Assert("a".CompareTo("B") < 0, "the order of a culture, not of code units");
            """);

        Assert.Equal((RunOutcome.Passed, ""), (result.Outcome, result.Detail));
        Assert.Equal("hello\n", result.Output);
    }

    [Fact]
    public async Task A_failed_assertion_fails_and_cannot_be_caught()
    {
        var result = await sandbox.RunAsync("""
            using System;
            using System.Diagnostics;
            try { Debug.Assert(1 + 1 == 3); } catch (Exception) { }
            """);

        Assert.Equal(RunOutcome.Failed, result.Outcome);
        Assert.StartsWith("Assertion failed.", result.Detail);
    }

    [Fact]
    public async Task An_exception_fails_with_its_message()
    {
        var result = await sandbox.RunAsync("throw new System.InvalidOperationException(\"no such luck\");");

        Assert.Equal((RunOutcome.Failed, "System.InvalidOperationException: no such luck"), (result.Outcome, result.Detail));
    }

    [Fact]
    public async Task An_async_entry_point_is_awaited()
    {
        var result = await sandbox.RunAsync("await System.Threading.Tasks.Task.Delay(20); throw new System.Exception(\"late\");");

        Assert.Equal((RunOutcome.Failed, "System.Exception: late"), (result.Outcome, result.Detail));
    }

    [Fact]
    public async Task Standard_input_is_empty()
    {
        var result = await sandbox.RunAsync("if (System.Console.In.Read() != -1) throw new System.Exception();");

        Assert.Equal(RunOutcome.Passed, result.Outcome);
    }

    [Fact]
    public async Task Nothing_of_our_environment_is_there()
    {
        Environment.SetEnvironmentVariable("CODEASSIST_TEST_SECRET", "x");
        try
        {
            var result = await sandbox.RunAsync("""
                foreach (System.Collections.DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
                    System.Console.WriteLine(variable.Key);
                """);

            Assert.Equal(RunOutcome.Passed, result.Outcome);
            Assert.DoesNotContain("SECRET", result.Output);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CODEASSIST_TEST_SECRET", null);
        }
    }
}
